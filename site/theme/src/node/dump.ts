import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { textOfHtml } from 'disclosure-contract';
import { BYTE_ORDER_MARK, csvLine } from '../csv.ts';
import type { ItemData } from '../data-schemas.ts';
import { itemData } from '../item-data.ts';
import type { ContentViews } from './views.ts';

/** Forms in which everything that is public can be had. */
export const DUMP_FORMATS = ['ndjson', 'csv'] as const;
export type DumpFormat = (typeof DUMP_FORMATS)[number];

/** Items that are read at once: some milliseconds, in which nobody else is served. */
const PIECE = 20;
/** After each piece a dump rests for so many times as long as the piece took, and visitors get their turn. */
const REST = 2;

type Content = Pick<ContentViews, 'itemsBelow' | 'item'>;

/**
 * Everything that is public, the newest first, as it is while it is read: what is withdrawn before its turn is left out.
 * Nothing is kept for the next reader.
 */
export function dumpLines(format: DumpFormat, content: Content, site: URL): AsyncGenerator<string> {
  return format === 'ndjson' ? ndjsonLines(content, site) : csvLines(content, site);
}

/** One item as data in each line. The last line counts them and gives the SHA-256 of all lines before it. */
async function* ndjsonLines(content: Content, site: URL): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let items = 0;
  for await (const piece of piecesOf(content, site)) {
    const lines = piece.map((item) => `${JSON.stringify(item)}\n`).join('');
    hash.update(lines);
    items += piece.length;
    yield lines;
  }
  yield `${JSON.stringify({ end: { items, sha256: hash.digest('hex') } })}\n`;
}

/** One item in each row, under the names that it has as data; several values of one field stand in lines of its cell. */
async function* csvLines(content: Content, site: URL): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS));
  for await (const piece of piecesOf(content, site)) {
    yield piece.map((item) => csvLine(Object.values(COLUMNS).map((cellOf) => cellOf(item)))).join('');
  }
}

const COLUMNS: Readonly<Record<string, (item: ItemData) => string | null>> = {
  indexNo: ({ indexNo }) => indexNo,
  title: ({ title }) => title,
  type: ({ type }) => type,
  docNo: ({ docNo }) => docNo,
  categories: ({ categories }) => linesOf(categories.map((trail) => trail.map(({ name }) => name).join(' / '))),
  publisher: ({ publisher }) => publisher.name,
  section: ({ section }) => section?.name ?? null,
  source: ({ source }) => source,
  subject: ({ subject }) => subject.name.zh,
  genre: ({ genre }) => genre.name.zh,
  mode: ({ mode }) => mode.name.zh,
  validity: ({ validity }) => validity.name.zh,
  listedOn: ({ listedOn }) => listedOn,
  writtenOn: ({ writtenOn }) => writtenOn,
  effectiveOn: ({ effectiveOn }) => effectiveOn,
  repealedOn: ({ repealedOn }) => repealedOn,
  firstPublishedAt: ({ firstPublishedAt }) => firstPublishedAt,
  publishedAt: ({ publishedAt }) => publishedAt,
  keywords: ({ keywords }) => linesOf(keywords),
  abstract: ({ abstract }) => abstract,
  body: ({ body }) => textOfHtml(body),
  attachments: ({ attachments }) => linesOf(attachments.map(({ url }) => url)),
  attachmentsSha256: ({ attachments }) => linesOf(attachments.map(({ sha256 }) => sha256)),
  url: ({ url }) => url,
};

function linesOf(values: readonly string[]): string {
  return values.join('\n');
}

async function* piecesOf(content: Content, site: URL): AsyncGenerator<ItemData[]> {
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const startedAt = performance.now();
    const numbered = content.itemsBelow(below, PIECE);
    const last = numbered.at(-1);
    if (last === undefined) return;
    const piece = numbered.flatMap(({ slug, type }) => {
      const answer = content.item(slug, type);
      return answer.kind === 'item' ? [itemData(answer.view, site)] : [];
    });
    below = last.number;
    const tookMs = performance.now() - startedAt;
    yield piece;
    await pause(tookMs * REST);
  }
}
