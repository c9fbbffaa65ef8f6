/** A stretch of digits as it may be read: in one piece, or in groups that a space or a hyphen parts. */
export interface DigitRun {
  /** Without what parts the groups. May end in X, as a citizen's number does. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Digits that belong together: between two groups stands one blank or hyphen, never a tab, which parts cells. */
const RUN = /\d+(?:[ \u00a0\u2002-\u200a\u3000-]\d+)*(?:[ \u00a0]?[Xx])?/g;
const GROUP = /\d+[Xx]?|[Xx]/g;

/** The longest number that is looked for, and the fewest digits worth a look. */
const LONGEST = 19;
const SHORTEST = 11;

/** Every way of reading neighbouring groups as one number, the longest first. */
export function digitRuns(text: string): DigitRun[] {
  return [...text.matchAll(RUN)].flatMap((run) => readingsOf(groupsOf(run[0], run.index)));
}

function groupsOf(run: string, offset: number): Group[] {
  return [...run.matchAll(GROUP)].map((group) => {
    const from = offset + group.index;
    return { digits: group[0], from, to: from + group[0].length };
  });
}

function readingsOf(groups: readonly Group[]): DigitRun[] {
  const readings: DigitRun[] = [];
  for (const [first, { from }] of groups.entries()) {
    let digits = '';
    for (const group of groups.slice(first)) {
      digits += group.digits;
      if (digits.length > LONGEST) break;
      if (digits.length >= SHORTEST) readings.push({ digits, from, to: group.to });
    }
  }
  return readings.sort((a, b) => b.digits.length - a.digits.length || a.from - b.from);
}
