/** What the server found wrong when the form was last sent: a message for a cell, or for a whole row (`column` is empty). */
export interface ServerProblem {
  readonly index: number;
  readonly column: string;
  readonly message: string;
}

/** The problems of one list among the errors of a form: `bases.2.article`, or objects and lists within each other. */
export function problemsWithin(errors: unknown, name: string): ServerProblem[] {
  return messagesIn(errors, []).flatMap(({ path, message }) => {
    const [field, index = '', ...rest] = path.join('.').split('.');
    if (field !== name || !/^\d+$/.test(index)) return [];
    return [{ index: Number(index), column: rest[0] ?? '', message }];
  });
}

function messagesIn(errors: unknown, path: readonly string[]): { path: readonly string[]; message: string }[] {
  if (typeof errors === 'string') return errors === '' ? [] : [{ path, message: errors }];
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, each]) => messagesIn(each, [...path, key]));
}

/** The problems that are still true: they go with their rows, and end where a row was changed. `sent` are the rows they were found in. */
export function problemsNow(
  problems: readonly ServerProblem[],
  sent: readonly unknown[],
  entries: readonly unknown[],
): ServerProblem[] {
  const texts = entries.map((entry) => JSON.stringify(entry));
  return problems.flatMap((problem) => {
    const text = JSON.stringify(sent[problem.index]);
    const index = texts[problem.index] === text ? problem.index : texts.indexOf(text);
    return index < 0 ? [] : [{ ...problem, index }];
  });
}
