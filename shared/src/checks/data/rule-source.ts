/** Who answers for a list of rules, from when it holds, and why: stated with each of them. */
export interface RuleSource {
  readonly owner: string;
  /** First day on which it is used. */
  readonly since: string;
  readonly reason: string;
}

/** Entries that have one source in common. */
export interface RuleList extends RuleSource {
  readonly entries: readonly string[];
}

/** Entries are written with spaces between them, in as few lines as they need. */
export function ruleList(source: RuleSource, ...lines: string[]): RuleList {
  return { ...source, entries: lines.flatMap((line) => line.split(' ')).filter((entry) => entry !== '') };
}
