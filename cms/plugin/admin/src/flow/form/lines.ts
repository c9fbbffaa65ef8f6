/** As many and as long as a node of a flow holds. */
const MOST_LINES = 30;
const LONGEST_LINE = 300;

/** The entries that stand in a text, one a line; blank lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, LONGEST_LINE).trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}
