/**
 * What a person can put right before anything is started: said once, in both languages, and the program ends with 1.
 * Plain JavaScript, because it is needed before the project's own Node is installed.
 */
export class Refusal extends Error {
  /**
   * @param {string} zh what was found and what to do
   * @param {string} en the same
   */
  constructor(zh, en) {
    super(en);
    this.name = 'Refusal';
    this.zh = zh;
  }
}

/**
 * Prints why a program cannot go on and ends it. Anything but a refusal is a defect and keeps its stack.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function endWith(error) {
  if (error instanceof Refusal) console.error(`${error.zh}\n${error.message}`);
  else console.error(error);
  process.exit(1);
}
