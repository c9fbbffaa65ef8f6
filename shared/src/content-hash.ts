import { itemSchema, type Item } from './item.ts';
import type { FieldHashes } from './review.ts';

/** What the system decides at publication. Everything else of an item was written by people and is approved by people. */
const DECIDED_AT_PUBLICATION = {
  documentId: true,
  slug: true,
  formerSlugs: true,
  indexNo: true,
  firstPublishedAt: true,
  publishedAt: true,
  originalDate: true,
  history: true,
  readings: true,
} as const;

const contentSchema = itemSchema.omit(DECIDED_AT_PUBLICATION);
const WHOLE_FIELDS = Object.keys(contentSchema.omit({ record: true }).shape) as Exclude<
  keyof typeof contentSchema.shape,
  'record'
>[];

/** Content that becomes public, with the address that it is to have; null where the system gives one or it stays. */
export type ItemContent = Readonly<Record<keyof typeof contentSchema.shape | 'address', unknown>>;

type Sha256 = (text: string) => string;

/**
 * The SHA-256 of each field that becomes public. A field is hashed as JSON with sorted names, so that the same content has
 * the same hash on every machine; attachments count by the hash of their bytes, name, type and accessible text. What few
 * items have counts where they have it: to all others it came after their approval. Of a record each field counts by itself,
 * as `record.<name>`.
 */
export function fieldHashesOf(content: ItemContent, sha256: Sha256): FieldHashes {
  const { record, ...whole } = content;
  const names = WHOLE_FIELDS.filter((name) => !LATER_FIELDS.has(name) || !isEmpty(content[name]));
  const fields = names.map((name) => [name, whole[name]] as const);
  const parts = Object.entries(record ?? {}).map(([name, value]) => [`record.${name}`, value] as const);
  return Object.fromEntries(
    [...fields, ...parts, ['address', content.address] as const].map(([name, value]) => [
      name,
      sha256(canonicalJson(value ?? null)),
    ]),
  );
}

/** One hash over all fields: what an approval is bound to. */
export function contentHashOf(fields: FieldHashes, sha256: Sha256): string {
  return sha256(canonicalJson(fields));
}

/** Whether a published item is what was approved under this hash: anyone who has the item can ask. */
export function isApprovedContent(item: Item, contentHash: string, sha256: Sha256): boolean {
  const content = contentSchema.parse(item);
  return [null, item.slug].some((address) => {
    return contentHashOf(fieldHashesOf({ ...content, address }, sha256), sha256) === contentHash;
  });
}

/** Fields that came after approvals had been given. */
const LATER_FIELDS: ReadonlySet<string> = new Set(['withholding', 'replaces', 'revisionNote']);

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Lists inside of fields that came after approvals had been given: an empty one is left out. */
const LATER_LISTS: ReadonlySet<string> = new Set(['exemptions']);

/** JSON with the names of each object in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (Array.isArray(part)) return part.length === 0 && LATER_LISTS.has(name) ? undefined : part;
    return typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part;
  });
}
