import { z } from 'zod';
import { parseAddress } from '../../shared/src/addresses.ts';
import { isoDateSchema, isoInstantSchema, type IsoDate } from '../../shared/src/dates.ts';
import {
  guideElements,
  kindOf,
  type InspectedColumn,
  type InspectedEntry,
  type InspectedGuide,
  type InspectedSite,
} from '../../shared/src/inspection/index.ts';
import { guideSchema, powerSchema } from '../../shared/src/record/index.ts';
import type { PageFacts } from '../../site/theme/src/node/page-facts.ts';
import type { Crawl } from './crawl.ts';

const listed = z.object({ url: z.url(), title: z.string(), listedOn: isoDateSchema });

/** What is read of pages as data. Sites may say more. */
const homeSchema = z.object({ newest: z.array(listed) });
const columnSchema = z.object({
  code: z.string(),
  name: z.string(),
  total: z.int(),
  children: z.array(z.unknown()),
  newest: z.array(listed),
});
const itemSchema = z.object({
  title: z.string(),
  listedOn: isoDateSchema,
  originalDate: isoDateSchema.nullable(),
  writtenOn: isoDateSchema.nullable(),
  firstPublishedAt: isoInstantSchema,
  publishedAt: isoInstantSchema,
  categories: z.array(z.array(z.object({ code: z.string(), name: z.string() }))),
  record: z.unknown(),
});
type ItemData = z.output<typeof itemSchema>;

const linkedGuideSchema = guideSchema.extend({ power: z.url().nullable() });
const powerDataSchema = powerSchema
  .pick({ bases: true, flows: true, statutoryLimit: true, promisedLimit: true })
  .extend({
    bases: z.array(z.unknown()),
    flows: z.array(z.unknown()),
  });

/** What the rules ask of a site, from its pages and from what they are as data. Sites without data are read from pages alone. */
export function readSite(crawled: Crawl, day: IsoDate): InspectedSite {
  const pages = new Map(crawled.pages.map((page) => [page.place, page]));
  const dataOf = <Data>(page: PageFacts | undefined, schema: z.ZodType<Data>): Data | null => {
    const path = page?.twin ? pathOf(page.twin) : null;
    return path === null ? null : (schema.safeParse(crawled.data.get(path)).data ?? null);
  };
  const items = crawled.pages.flatMap((page) => {
    const item = page.kind === 'article' ? dataOf(page, itemSchema) : null;
    return item === null ? [] : [{ page, item }];
  });
  const columns = columnsOf(crawled.pages, (page) => dataOf(page, columnSchema));
  const powerAt = (url: string | null) => {
    const page = url === null ? undefined : pages.get(pathOf(url) ?? '');
    const record = dataOf(page, itemSchema)?.record;
    return powerDataSchema.safeParse(record).data ?? null;
  };
  const home = crawled.pages.find(({ kind }) => kind === 'home');
  const newest = dataOf(home, homeSchema)?.newest.map(({ listedOn }) => listedOn) ?? daysOf(home);
  return {
    homeNewestOn: latestOf(newest),
    columns,
    pages: crawled.pages,
    entries: items.map(({ page, item }) => entryOf(page.place, item)),
    guides: items.flatMap(({ page, item }) => guideOf(page.place, item, powerAt) ?? []),
    annualReports: annualReportsIn(items, day),
    deadLinks: crawled.deadLinks,
  };
}

/**
 * Columns that are there as data, and of sites without such data those whose pages say days: of several pages of one
 * column, what the newest says.
 */
function columnsOf(
  pages: readonly PageFacts[],
  dataOf: (page: PageFacts) => z.output<typeof columnSchema> | null,
): InspectedColumn[] {
  const ofData: InspectedColumn[] = [];
  const ofPages = new Map<string, InspectedColumn>();
  for (const page of pages) {
    if (page.kind !== 'column' || parseAddress(page.place)?.kind === 'organ') continue;
    const data = dataOf(page);
    if (data !== null) ofData.push(columnOfData(page.place, data));
    const shown = data === null ? columnOfPage(page) : null;
    if (shown === null) continue;
    const known = ofPages.get(shown.name);
    if (known === undefined || (known.newestOn ?? '') < (shown.newestOn ?? '')) ofPages.set(shown.name, shown);
  }
  const names = new Set(ofData.map(({ name }) => name));
  return [...ofData, ...[...ofPages.values()].filter(({ name }) => !names.has(name))];
}

/** Of pages whose lists say days. */
function columnOfPage(page: PageFacts): InspectedColumn | null {
  const days = daysOf(page);
  const name = page.tags.get('ColumnName') ?? '';
  if (name === '' || days.length === 0) return null;
  return { code: '', name, place: page.place, count: days.length, isLeaf: true, newestOn: latestOf(days) };
}

function columnOfData(place: string, { code, name, total, children, newest }: z.output<typeof columnSchema>) {
  const newestOn = latestOf(newest.map(({ listedOn }) => listedOn));
  return { code, name, place, count: total, isLeaf: children.length === 0, newestOn };
}

function entryOf(place: string, item: ItemData): InspectedEntry {
  const { title, listedOn: shownOn, originalDate, writtenOn, firstPublishedAt, publishedAt } = item;
  return { place, title, shownOn, originalDate, writtenOn, firstPublishedAt, publishedAt };
}

type PowerAt = (url: string | null) => z.output<typeof powerDataSchema> | null;

function guideOf(place: string, { title, record }: ItemData, powerAt: PowerAt): InspectedGuide | null {
  const guide = linkedGuideSchema.safeParse(record).data;
  return guide ? { place, name: title, elements: guideElements(title, guide, powerAt(guide.power)) } : null;
}

function annualReportsIn(items: readonly { page: PageFacts; item: ItemData }[], day: IsoDate) {
  const isAnnual = (column: { code: string; name: string }) => kindOf(column, day)?.name.zh === '公开年报';
  return items
    .filter(({ item }) => item.categories.some((trail) => trail.some(isAnnual)))
    .map(({ page, item }) => ({ place: page.place, title: item.title, shownOn: item.listedOn }));
}

/** Days that the main part of a page shows. */
function daysOf(page: PageFacts | undefined): IsoDate[] {
  return (page?.times ?? []).flatMap((time) => {
    const [, year, month = '', date = ''] = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(time) ?? [];
    return year === undefined ? [] : [`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`];
  });
}

function latestOf(days: readonly IsoDate[]): IsoDate | null {
  return days.reduce<IsoDate | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
}

function pathOf(url: string): string | null {
  return URL.parse(url, 'http://localhost/')?.pathname ?? null;
}
