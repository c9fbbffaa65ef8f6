/** What can be undone and redone. */
export interface History<Value> {
  /** The oldest first. */
  readonly past: readonly Value[];
  readonly present: Value;
  /** What was undone; the next to be redone comes first. */
  readonly future: readonly Value[];
  /** Edits of one group are undone together: the letters of one field. */
  readonly group: string | null;
}

const MOST_STEPS = 200;

export function historyOf<Value>(present: Value): History<Value> {
  return { past: [], present, future: [], group: null };
}

/** After an edit. What was undone before it can no longer be redone. */
export function edited<Value>(history: History<Value>, present: Value, group: string | null = null): History<Value> {
  if (present === history.present) return history;
  const continues = group !== null && group === history.group;
  const past = continues ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], group };
}

/** The next edit is undone by itself, whatever its group. */
export function withClosedGroup<Value>(history: History<Value>): History<Value> {
  return history.group === null ? history : { ...history, group: null };
}

export function undone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], group: null };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  const [next, ...later] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: later, group: null };
}
