import { cleanJpeg, cleanPng } from './clean-images.ts';
import { MOST_ENTRY_BYTES } from './archive-safety.ts';
import { entryBytes, readZip, type ZipEntry } from './zip-archive.ts';
import { rewriteZip } from './zip-writer.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PROPERTIES = 'http://schemas.openxmlformats.org';

/** What stands in the place of a document's properties: valid, and says nothing. */
const EMPTY_PROPERTIES: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PROPERTIES}/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${XML}<Properties xmlns="${PROPERTIES}/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${XML}<Properties xmlns="${PROPERTIES}/officeDocument/2006/custom-properties"/>`,
};

/** Attributes that name a folder of the writer's computer, or the writer. */
const TELLING_ATTRIBUTES: readonly (readonly [part: RegExp, attribute: RegExp])[] = [
  [/^xl\/workbook\.xml$/, /(<(?:\w+:)?absPath\b[^>]*?\burl=")[^"]*(")/g],
  [/^xl\/workbook\.xml$/, /(<(?:\w+:)?fileSharing\b[^>]*?\buserName=")[^"]*(")/g],
];

/**
 * The document without its properties (author, company, times, preview), without folders of the writer's computer, and
 * with cleaned pictures. Text, comments and tracked changes stay: they are content, and an editor decides on them.
 */
export function cleanOffice(bytes: Buffer): Buffer {
  const entries = readZip(bytes);
  const replaced = new Map<string, Buffer | null>();
  for (const entry of entries) {
    const cleaned = cleanPart(bytes, entry);
    if (cleaned !== undefined) replaced.set(entry.name, cleaned);
  }
  return rewriteZip(bytes, entries, replaced);
}

/** Undefined for what stays as it is, null for what goes. */
function cleanPart(archive: Buffer, entry: ZipEntry): Buffer | null | undefined {
  const { name } = entry;
  const empty = EMPTY_PROPERTIES[name];
  if (empty !== undefined) return Buffer.from(empty);
  if (/^docProps\/thumbnail\./.test(name)) return null;
  const content = () => entryBytes(archive, entry, MOST_ENTRY_BYTES);
  if (name === '_rels/.rels') return Buffer.from(withoutPreview(content().toString('utf8')));
  if (/\/media\/[^/]+\.jpe?g$/i.test(name)) return cleanJpeg(content());
  if (/\/media\/[^/]+\.png$/i.test(name)) return cleanPng(content());
  const telling = TELLING_ATTRIBUTES.filter(([part]) => part.test(name));
  if (telling.length === 0) return undefined;
  const xml = content().toString('utf8');
  return Buffer.from(telling.reduce((text, [, attribute]) => text.replace(attribute, '$1$2'), xml));
}

function withoutPreview(relations: string): string {
  return relations.replace(/<Relationship\b[^>]*\/metadata\/thumbnail"[^>]*?(?:\/>|>\s*<\/Relationship>)/g, '');
}

export function isSignedPackage(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name.startsWith('_xmlsignatures/'));
}
