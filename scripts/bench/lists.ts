import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addresses } from 'disclosure-contract';
import { AIMS } from './aims.ts';
import { spreadOf, timesOf, type Spread } from './measure.ts';
import type { Portal } from './portal.ts';
import { Random } from './random.ts';
import type { Row } from './report.ts';
import { Visitor } from './visitor.ts';

const ITEMS = '/content-manager/collection-types/plugin::disclosure.item';
/** What a node asks for that has much to catch up with, and what it is given on a busy day. */
const FEED_LIMIT = 500;
const BUSY_DAY = 50;

interface YearList {
  readonly code: string;
  readonly year: string;
  readonly n: number;
}

/** Lists: pages that are not stored, the feed, and the editor's list. */
export async function measureLists(portal: Portal): Promise<Row[]> {
  const { bench } = portal;
  const admin = await portal.startCms();
  await portal.startSite();
  const visitor = new Visitor(portal.siteUrl);
  try {
    bench.say('list pages that are not stored');
    const pages = await unstoredPages(portal, visitor);
    bench.say('the feed');
    const feed = await feedPages(portal);
    bench.say("the editor's list");
    const { results } = await admin.get<{ results: { id: number; code: string }[] }>(
      '/content-manager/collection-types/plugin::disclosure.category?page=1&pageSize=100&filters[$and][0][code][$eq]=rental-plans',
    );
    const list = async (query: string) => spreadOf(await timesOf(20, () => admin.get(`${ITEMS}?pageSize=20&${query}`)));
    const lastPage = Math.max(1, Math.floor(bench.options.items / 20));
    const adminLists: [string, Spread][] = [
      ['first page, by change', await list('page=1&sort=updatedAt:DESC')],
      ['first page, by title', await list('page=1&sort=title:ASC')],
      ['last page, by change', await list(`page=${lastPage}&sort=updatedAt:DESC`)],
      ['search for a word', await list(`page=1&sort=updatedAt:DESC&_q=${encodeURIComponent('公共租赁住房')}`)],
      ['search without a hit', await list(`page=1&sort=updatedAt:DESC&_q=${encodeURIComponent('没有这样的词语')}`)],
      [
        'filter by title',
        await list(`page=1&sort=updatedAt:DESC&filters[$and][0][title][$containsi]=${encodeURIComponent('谯城区')}`),
      ],
      [
        'filter by category',
        await list(`page=1&sort=updatedAt:DESC&filters[$and][0][categories][id][$eq]=${results[0]?.id ?? 0}`),
      ],
      ['filter by genre', await list('page=1&sort=updatedAt:DESC&filters[$and][0][genre][$eq]=decision')],
    ];
    return [
      { metric: 'deep list page, made on demand, p50', unit: 'ms', ours: pages.p50 },
      { metric: 'deep list page, made on demand, p95', unit: 'ms', ours: pages.p95, aim: AIMS.deepPageP95Ms },
      ...feed.map(([name, spread]): Row => ({
        metric: `feed, ${name}, p95`,
        unit: 'ms',
        ours: spread.p95,
        aim: AIMS.feedP95Ms,
      })),
      ...adminLists.map(([name, spread]): Row => ({
        metric: `editor's list, ${name}, p95`,
        unit: 'ms',
        ours: spread.p95,
        aim: AIMS.adminListP95Ms,
      })),
    ];
  } finally {
    visitor.close();
  }
}

/** Pages deep in the longest years, each asked for right after its file was taken away. */
async function unstoredPages(portal: Portal, visitor: Visitor): Promise<Spread> {
  const current = realpathSync(join(portal.siteFolder, 'pages', 'current'));
  const random = new Random(3);
  const lists = longestYears(portal);
  const paths = Array.from({ length: 100 }, () => {
    const { code, year, n } = random.pick(lists);
    const last = Math.ceil(n / 20);
    return addresses.categoryYear(code, year, 1 + random.below(last));
  });
  const times: number[] = [];
  for (const path of new Set(paths)) {
    rmSync(join(current, `${path.slice(0, -1)}.html`), { force: true });
    const startedAt = performance.now();
    const { status } = await visitor.get(path);
    times.push(performance.now() - startedAt);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  return spreadOf(times);
}

function longestYears(portal: Portal): YearList[] {
  const content = new DatabaseSync(join(portal.siteFolder, 'content.db'), { readOnly: true });
  try {
    const rows = content
      .prepare(
        'SELECT code, year, n FROM listing_count JOIN category ON document_id = list WHERE n > 20 ORDER BY n DESC LIMIT 40',
      )
      .all();
    return rows.map(({ code, year, n }) => ({ code: String(code), year: String(year), n: Number(n) }));
  } finally {
    content.close();
  }
}

async function feedPages(portal: Portal): Promise<[string, Spread][]> {
  const { cmsUrl } = portal.settings;
  const headers = { authorization: `Bearer ${portal.secrets.NODE_TOKEN}` };
  const read = async (after: number) => {
    const answer = await fetch(`${cmsUrl}/api/disclosure/changes?after=${after}&limit=${FEED_LIMIT}`, { headers });
    if (!answer.ok) throw new Error(`The feed answered ${answer.status}`);
    return (await answer.json()) as { meta: { last: number } };
  };
  const { last } = (await read(0)).meta;
  const from: [string, number][] = [
    [`${FEED_LIMIT} changes, first`, 0],
    [`${FEED_LIMIT} changes, middle`, Math.floor(last / 2)],
    [`${FEED_LIMIT} changes, end`, Math.max(0, last - FEED_LIMIT)],
    [`${BUSY_DAY} changes, end`, Math.max(0, last - BUSY_DAY)],
    ['nothing new', last],
  ];
  const found: [string, Spread][] = [];
  for (const [name, after] of from) found.push([name, spreadOf(await timesOf(20, () => read(after)))]);
  return found;
}
