import { createHash } from 'node:crypto';
import {
  addresses,
  NEWS_FEED_FORMATS,
  feedPageSchema,
  isForWebsite,
  itemTypeOf,
  parseAddress,
  textOfHtml,
  type Category,
  type Change,
  type Item,
} from 'disclosure-contract';
import type { Department } from './department.ts';
import { ExpectedLists, yearOf } from './expected-lists.ts';
import { bare, bodyOnSite, isFoundBy, pageAt } from './public-pages.ts';

const LIST_LENGTH = 20;
const HOME_LENGTH = 8;
const FEED_LENGTH = 50;

/** Everything the CMS says is public, read the way a new node reads it. */
export function publishedState(department: Department): Promise<Change[]> {
  return readFeed(department, 'snapshot');
}

async function readFeed({ cms, secrets }: Department, endpoint: 'snapshot' | 'changes'): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after = 0; ;) {
    const response = await fetch(`${cms.url}/api/disclosure/${endpoint}?after=${after}&limit=500`, {
      headers: { authorization: `Bearer ${secrets.NODE_TOKEN}` },
    });
    const { data, meta } = feedPageSchema.parse(await response.json());
    changes.push(...data);
    after = meta.through;
    if (meta.through >= meta.last) return changes;
  }
}

/**
 * How the site differs from what the CMS says, one line each; none when they are equal. Looks at items (page, text, bytes
 * of files, former addresses), at what was withdrawn (pages, files, search), and at everything that lists items: home,
 * catalogue, categories, their years, organs, feeds and sitemaps, with their counts.
 */
export async function differences(department: Department): Promise<string[]> {
  const siteUrl = department.site.url;
  const lists = new ExpectedLists(await publishedState(department));
  const history = (await readFeed(department, 'changes')).flatMap((change) =>
    change.kind === 'item_published' ? [change.payload] : [],
  );
  return [
    ...(await differencesOfItems(siteUrl, lists, history)),
    ...(await differencesOfWithdrawn(siteUrl, lists, history)),
    ...(await differencesOfLists(siteUrl, lists)),
    ...(await differencesOfFeeds(siteUrl, lists)),
    ...(await differencesOfSitemaps(siteUrl, lists)),
  ];
}

async function differencesOfItems(siteUrl: string, lists: ExpectedLists, history: readonly Item[]): Promise<string[]> {
  const found: string[] = [];
  for (const item of lists.items) {
    const { slug } = item;
    const type = itemTypeOf(item);
    const page = await pageAt(siteUrl + addresses.item(slug, type));
    if (page.status !== 200) found.push(`${slug}: answers ${page.status}`);
    else {
      found.push(...unlike(`${slug}: title`, page.texts('h1.title'), [bare(item.title)]));
      const body = await bodyOnSite(siteUrl, slug, type);
      if ((body?.text ?? '') !== bare(textOfHtml(item.body))) found.push(`${slug}: shows another text`);
    }
    for (const file of item.attachments) {
      const answer = await fetch(siteUrl + addresses.attachment(slug, file.fileName, type));
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (answer.status !== 200) found.push(`${slug}: file ${file.fileName} answers ${answer.status}`);
      else if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
        found.push(`${slug}: file ${file.fileName} has other bytes`);
    }
    for (const former of item.formerSlugs) {
      const answer = await fetch(siteUrl + addresses.item(former, type), { redirect: 'manual' });
      const target = answer.headers.get('location');
      if (answer.status !== 301 || target === null || !target.endsWith(addresses.item(slug, type)))
        found.push(`${former}: answers ${answer.status} and leads to ${target}, not to ${slug}`);
    }
    const names = new Set(item.attachments.map(({ fileName }) => fileName));
    const versions = history.filter(({ documentId }) => documentId === item.documentId);
    for (const name of new Set(versions.flatMap(({ attachments }) => attachments.map(({ fileName }) => fileName)))) {
      if (!names.has(name)) found.push(...(await served(siteUrl + addresses.attachment(slug, name, type), [404])));
    }
  }
  return found;
}

async function differencesOfWithdrawn(
  siteUrl: string,
  lists: ExpectedLists,
  history: readonly Item[],
): Promise<string[]> {
  const found: string[] = [];
  const titles = new Set(lists.items.map(({ title }) => title));
  for (const tombstone of lists.withdrawn) {
    const slugs = [tombstone.slug, ...tombstone.formerSlugs];
    for (const slug of slugs) found.push(...(await served(siteUrl + addresses.item(slug, tombstone.type), [410])));

    const versions = history.filter(({ documentId }) => documentId === tombstone.documentId);
    const names = new Set(versions.flatMap(({ attachments }) => attachments.map(({ fileName }) => fileName)));
    for (const slug of slugs) {
      for (const name of names)
        found.push(...(await served(siteUrl + addresses.attachment(slug, name, tombstone.type), [404, 410])));
    }
    for (const title of new Set(versions.map((version) => version.title))) {
      if (!titles.has(title) && (await isFoundBy(siteUrl, title, tombstone.slug)))
        found.push(`${tombstone.slug}: was withdrawn and is found by "${title}"`);
    }
  }
  return found;
}

/** A line when an address of what is gone answers anything but this. */
async function served(url: string, allowed: readonly number[]): Promise<string[]> {
  const answer = await fetch(url, { redirect: 'manual' });
  await answer.body?.cancel();
  return allowed.includes(answer.status) ? [] : [`${url}: is gone and answers ${answer.status}`];
}

async function differencesOfLists(siteUrl: string, lists: ExpectedLists): Promise<string[]> {
  const found: string[] = [];
  const home = await pageAt(siteUrl + addresses.home());
  found.push(...unlike('home: newest', home.entries(), slugsOf(lists.items.slice(0, HOME_LENGTH))));
  const withFiles = lists.items.filter(({ attachments }) => attachments.some(({ role }) => role === 'attachment'));
  const [total, , , files] = home.texts('dl.figures').flatMap((text) => text.match(/[\d,]+(?=件)/g) ?? []);
  found.push(...unlike('home: figures', [total, files], [written(lists.items), written(withFiles)]));

  const catalogue = (await pageAt(siteUrl + addresses.catalogue())).links();
  for (const category of lists.categories) {
    const items = lists.ofCategory(category);
    const counts = catalogue
      .filter(({ href }) => href === addresses.category(category.code))
      .flatMap(({ behind }) => /([\d,]+)件$/.exec(behind)?.[1] ?? []);
    const expected = items.length > 0 || isForWebsite(category) ? [written(items)] : [];
    found.push(...unlike(`${category.code}: count in the catalogue`, counts, expected));
    found.push(...(await differencesOfCategory(siteUrl, category, items)));
  }
  for (const organ of lists.organs) {
    const page = await pageAt(siteUrl + addresses.organ(organ.code));
    const newest = slugsOf(lists.ofOrgan(organ).slice(0, LIST_LENGTH));
    found.push(...unlike(`${organ.code}: newest`, page.entries(), newest));
  }
  return found;
}

async function differencesOfCategory(siteUrl: string, { code }: Category, items: readonly Item[]): Promise<string[]> {
  const found: string[] = [];
  const page = await pageAt(siteUrl + addresses.category(code));
  if (page.status !== 200) return [`${code}: answers ${page.status}`];
  found.push(...unlike(`${code}: newest`, page.entries(), slugsOf(items.slice(0, LIST_LENGTH))));
  const count = page.texts('div.head').flatMap((text) => /共([\d,]+)件/.exec(text)?.[1] ?? []);
  found.push(...unlike(`${code}: count`, count, [written(items)]));

  const byYear = Map.groupBy(items, yearOf);
  const years = page
    .links()
    .filter(({ href }) => /^\/catalogue\/[^/]+\/\d{4}\/$/.test(href))
    .map(({ href, behind }) => `${href} ${behind}`);
  const expected = [...byYear].map(([year, those]) => `${addresses.categoryYear(code, year)} ${written(those)}件`);
  found.push(...unlike(`${code}: years`, years, expected));
  for (const [year, those] of byYear) found.push(...(await differencesOfYear(siteUrl, code, year, those)));
  return found;
}

/** From the newest page of a year to its oldest; neighbours may show an entry twice, and none may be left out. */
async function differencesOfYear(
  siteUrl: string,
  code: string,
  year: string,
  items: readonly Item[],
): Promise<string[]> {
  const shown = new Set<string>();
  for (let path: string | undefined = addresses.categoryYear(code, year); path !== undefined;) {
    const page = await pageAt(siteUrl + path);
    if (page.status !== 200) return [`${path}: answers ${page.status}`];
    for (const slug of page.entries()) shown.add(slug);
    path = page.links().find(({ rel }) => rel === 'next')?.href;
  }
  return unlike(`${code} in ${year}`, [...shown], slugsOf(items));
}

async function differencesOfFeeds(siteUrl: string, lists: ExpectedLists): Promise<string[]> {
  const expected = lists.items.slice(0, FEED_LENGTH).map(({ documentId }) => documentId);
  const found: string[] = [];
  for (const path of NEWS_FEED_FORMATS.map(addresses.newsFeed)) {
    const text = await (await fetch(siteUrl + path)).text();
    const ids = [...text.matchAll(/:item\/([^<"]+)(?:<\/(?:guid|id)>|")/g)].map(([, id]) => id);
    found.push(...unlike(path, ids, expected));
  }
  return found;
}

async function differencesOfSitemaps(siteUrl: string, lists: ExpectedLists): Promise<string[]> {
  const slugs: string[] = [];
  const index = await (await fetch(siteUrl + addresses.sitemap())).text();
  for (const [, location = ''] of index.matchAll(/<loc>([^<]*sitemap-[^<]*\.xml)<\/loc>/g)) {
    const year = await (await fetch(location)).text();
    for (const [, url = ''] of year.matchAll(/<loc>([^<]*)<\/loc>/g)) {
      const addressed = parseAddress(new URL(url).pathname);
      if (addressed?.kind === 'item') slugs.push(addressed.slug);
    }
  }
  // The order of a sitemap says nothing.
  return unlike('sitemaps', slugs.sort(), slugsOf(lists.items).sort());
}

function unlike(what: string, shown: unknown, expected: unknown): string[] {
  const [is, should] = [JSON.stringify(shown), JSON.stringify(expected)];
  return is === should ? [] : [`${what}: shows ${is}, not ${should}`];
}

function slugsOf(items: readonly Item[]): string[] {
  return items.map(({ slug }) => slug);
}

/** How many, as pages write it. */
function written(items: readonly Item[]): string {
  return items.length.toLocaleString('en');
}
