import {
  allAtOnce,
  checkFilePartsInSlices,
  checkTextsInSlices,
  partOfFile,
  type CheckContext,
  type CheckedText,
  type Finding,
  type Sliced,
} from 'disclosure-contract/checks';
import { NOTE_WORDINGS, type AttachmentNote } from '../attachments/attachment-notes.ts';
import { matchesName } from '../attachments/content-kind.ts';
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

/** A file that a draft shows and the media library has no more. */
export type MissingFile = Pick<InspectedFile, 'place' | 'name'>;

/** An error, because it cannot be published. */
export function missingFile({ place, name }: MissingFile): Finding {
  return {
    rule: 'file_missing',
    severity: 'error',
    place,
    part: null,
    at: 0,
    found: name,
    suggestion: null,
    message: {
      zh: '文件已不在媒体库中，请重新上传或删去。',
      en: 'The file is no longer in the media library: upload it again, or remove it.',
    },
  };
}

/** Everything that checks find in the files of an item: in their names, their text, and what they are. */
export function attachmentFindings(files: readonly InspectedFile[]): Finding[] {
  return allAtOnce(attachmentFindingsInSlices(files));
}

/** The same in slices: files say much, and requests wait meanwhile. */
export function* attachmentFindingsInSlices(
  files: readonly InspectedFile[],
  context: CheckContext = {},
): Sliced<Finding[]> {
  const found: Finding[][] = [];
  for (const file of files) found.push(noteFindings(file), yield* textFindings(file, context));
  return found.flat();
}

/** What is wrong with a file whatever it says. */
export function noteFindings({ place, name, inspection, isInfected }: InspectedFile): Finding[] {
  const notes: AttachmentNote[] = [...inspection.notes];
  if (isInfected) notes.unshift({ rule: 'virus_found', part: null, found: '' });
  if (!matchesName(inspection.kind, name)) notes.unshift({ rule: 'file_type_wrong', part: null, found: '' });
  return notes.map(({ rule, part, found }) => ({
    rule,
    place,
    part: partOfFile(name, part),
    at: 0,
    found,
    suggestion: null,
    ...NOTE_WORDINGS[rule],
  }));
}

function* textFindings(
  { place, name, accessibleText, inspection }: InspectedFile,
  context: CheckContext,
): Sliced<Finding[]> {
  const about: CheckedText[] = [{ place, part: partOfFile(name, '文件名'), text: name }];
  if (accessibleText !== null) about.push({ place, part: partOfFile(name, '备用文本'), text: accessibleText });
  return [
    ...(yield* checkTextsInSlices(about, context)),
    ...(yield* checkFilePartsInSlices({ place, name }, inspection.parts, context)),
  ];
}
