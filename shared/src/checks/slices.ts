/** Work that is done slice by slice: whoever runs it decides what else goes on between two of them. It returns what it found. */
export type Sliced<Result> = Generator<undefined, Result, undefined>;

/** All slices one after the other. */
export function allAtOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
