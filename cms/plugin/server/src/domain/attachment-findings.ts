import { checkTexts, type CheckedText, type Finding } from 'disclosure-contract/checks';
import { NOTE_WORDINGS, type AttachmentNote } from '../attachments/attachment-notes.ts';
import { matchesName } from '../attachments/content-kind.ts';
import type { TextPart } from '../attachments/extracted-text.ts';
import type { Inspection } from '../attachments/inspect.ts';

/** A file of an item as it was inspected. */
export interface InspectedFile {
  /** Field of the item that shows it. */
  readonly place: 'attachments' | 'body';
  readonly name: string;
  /** What it says, for people who cannot open it. */
  readonly accessibleText: string | null;
  readonly inspection: Inspection;
  readonly isInfected: boolean;
}

/** Everything that checks find in the files of an item: in their names, their text, and what they are. */
export function attachmentFindings(files: readonly InspectedFile[]): Finding[] {
  return files.flatMap((file) => [...noteFindings(file), ...textFindings(file)]);
}

/** What is wrong with a file whatever it says. */
export function noteFindings({ place, name, inspection, isInfected }: InspectedFile): Finding[] {
  const notes: AttachmentNote[] = [...inspection.notes];
  if (isInfected) notes.unshift({ rule: 'virus_found', part: null, found: '' });
  if (!matchesName(inspection.kind, name)) notes.unshift({ rule: 'file_type_wrong', part: null, found: '' });
  return notes.map(({ rule, part, found }) => ({
    rule,
    place,
    part: within(name, part),
    at: 0,
    found,
    suggestion: null,
    ...NOTE_WORDINGS[rule],
  }));
}

function textFindings({ place, name, accessibleText, inspection }: InspectedFile): Finding[] {
  const about: CheckedText[] = [{ place, part: `${name} › 文件名`, text: name }];
  if (accessibleText !== null) about.push({ place, part: `${name} › 备用文本`, text: accessibleText });
  return [...checkTexts(about), ...inspection.parts.flatMap((part) => findingsIn(part, { place, name }))];
}

function findingsIn(part: TextPart, { place, name }: Pick<InspectedFile, 'place' | 'name'>): Finding[] {
  // Style is for who can still write: the commas of a list in CSV are no matter of punctuation.
  const found = checkTexts([{ place, part: within(name, part.part), text: part.text }]).filter(
    ({ severity }) => severity !== 'advice',
  );
  if (part.rows === undefined) return found;
  const where = part.part === null ? `${name} › ` : within(name, part.part);
  return found.map((finding) => atRow(finding, where, part));
}

/** Says in which row of a table or line of a file something stands, and counts from its beginning. */
function atRow(finding: Finding, where: string, { text, rows = [] }: TextPart): Finding {
  const before = text.slice(0, finding.at);
  const line = before.split('\n').length - 1;
  const row = rows[line];
  if (row === undefined) return finding;
  return { ...finding, part: `${where}第 ${row} 行`, at: finding.at - (before.lastIndexOf('\n') + 1) };
}

function within(name: string, part: string | null): string {
  return part === null ? name : `${name} › ${part}`;
}
