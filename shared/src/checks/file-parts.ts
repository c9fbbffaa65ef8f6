import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { Sliced } from './slices.ts';
import { checkTextsInSlices } from './text-checks.ts';

/** A piece of what a file says. */
export interface FilePart {
  /** Where in the file, for people: "批注", "工作表“名单”（隐藏）"; null for its ordinary text. */
  readonly part: string | null;
  readonly text: string;
  /** Of tables: the number of the row that each line of `text` is. */
  readonly rows?: readonly number[];
}

/** The file that pieces are of: the place that shows it, and its name. */
export interface CheckedFile {
  readonly place: string;
  readonly name: string;
}

/** What the checks find in the text of a file, with the part and the row where it stands. */
export function* checkFilePartsInSlices(
  file: CheckedFile,
  parts: readonly FilePart[],
  context: CheckContext = {},
): Sliced<Finding[]> {
  const found: Finding[][] = [];
  for (const part of parts) found.push(yield* checkPart(file, part, context));
  return found.flat();
}

function* checkPart({ place, name }: CheckedFile, part: FilePart, context: CheckContext): Sliced<Finding[]> {
  const text = { place, part: partOfFile(name, part.part), text: part.text };
  // Style is for who can still write: the commas of a list in CSV are no matter of punctuation.
  const found = (yield* checkTextsInSlices([text], context)).filter(({ severity }) => severity !== 'advice');
  if (part.rows === undefined) return found;
  const where = part.part === null ? `${name} › ` : partOfFile(name, part.part);
  return found.map((finding) => atRow(finding, where, part));
}

/** Says in which row of a table or line of a file something stands, and counts from its beginning. */
function atRow(finding: Finding, where: string, { text, rows = [] }: FilePart): Finding {
  const before = text.slice(0, finding.at);
  const line = before.split('\n').length - 1;
  const row = rows[line];
  if (row === undefined) return finding;
  return { ...finding, part: `${where}第 ${row} 行`, at: finding.at - (before.lastIndexOf('\n') + 1) };
}

/** A file, and where inside it, as people read it. */
export function partOfFile(name: string, part: string | null): string {
  return part === null ? name : `${name} › ${part}`;
}
