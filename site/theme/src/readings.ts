import { addresses, itemTypeOf, readingKey, type Attachment, type Item, type Reading } from 'disclosure-contract';

/** A file of an item with its page (网页版). */
export interface ReadableFile {
  readonly file: Attachment;
  readonly html: string;
  readonly isCut: boolean;
}

/** Where the page of a file stands; null where it has none. */
export function readingAddress(item: Item, file: Attachment): string | null {
  if ((readingOf(item, file)?.html ?? null) === null) return null;
  return addresses.reading(item.slug, readingKey(file.sha256), itemTypeOf(item));
}

/** Why a file has no page; null where it has one, or is of a kind that never has. */
export function readingRefusal(item: Item, file: Attachment): Reading['refusal'] {
  return readingOf(item, file)?.refusal ?? null;
}

/** The file that an address below an item stands for. */
export function readableFile(item: Item, key: string): ReadableFile | null {
  const file = item.attachments.find(({ role, sha256 }) => role === 'attachment' && readingKey(sha256) === key);
  const reading = file && readingOf(item, file);
  if (file === undefined || reading === undefined || reading.html === null) return null;
  return { file, html: reading.html, isCut: reading.isCut };
}

function readingOf({ readings }: Item, { sha256 }: Attachment): Reading | undefined {
  return readings.find((reading) => reading.sha256 === sha256);
}
