import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addresses, dayInChina, textOfHtml } from 'disclosure-contract';
import { didYouMean } from '../../site/theme/src/node/did-you-mean.ts';
import { Statements } from '../../site/theme/src/node/rows.ts';
import { searchItems } from '../../site/theme/src/node/search.ts';
import { AIMS } from './aims.ts';
import { makeItem } from './dataset.ts';
import { spreadOf, timesOf } from './measure.ts';
import type { Portal } from './portal.ts';
import { Random } from './random.ts';
import type { Row } from './report.ts';
import { Visitor } from './visitor.ts';

const QUERIES = 200;
/** Words that stand in nearly every text, and some that people type. */
const COMMON = [
  '的',
  '市',
  '关于',
  '通知',
  '住房',
  '工作',
  '单位',
  '亳州市',
  '物业',
  '公租房',
  '房屋征收',
  '施工许可',
  '管理办法',
  '2019',
  '谯城区 燃气',
];

/** As somebody types who chooses the wrong character, or whose Chinese keyboard is off. */
const MISTYPED = ['物夜', '房屋正收', '施工许克', '住防保障', 'wuyeguanli', 'zhufangbaozhang', '龘靐齉爩'];

/** Searching all items, through the site and in the store alone. */
export async function measureSearch(portal: Portal): Promise<Row[]> {
  const { bench } = portal;
  await portal.startSite();
  const queries = queriesFor(bench.options.items);
  bench.say(`${queries.length} searches through the site`);
  const visitor = new Visitor(portal.siteUrl);
  const ask = async (query: string) => {
    const { status } = await visitor.get(addresses.search(query));
    if (status !== 200) throw new Error(`Searching for "${query}" answered ${status}`);
  };
  const content = new DatabaseSync(join(portal.siteFolder, 'content.db'), { readOnly: true });
  try {
    for (const query of queries.slice(0, 20)) await ask(query);
    const overHttp = spreadOf(await timesOf(queries.length, (at) => ask(queries[at] ?? '')));
    bench.say('the same in the store');
    content.exec('PRAGMA cache_size = -32000; PRAGMA mmap_size = 268435456');
    const statements = new Statements(content);
    const today = dayInChina(new Date().toISOString());
    const times: [string, number][] = [];
    for (const text of queries) {
      const startedAt = performance.now();
      searchItems(statements, { text, sort: 'relevance', page: 1 }, today);
      times.push([text, performance.now() - startedAt]);
    }
    const inStore = spreadOf(times.map(([, ms]) => ms));
    const guesses = MISTYPED.map((text) => {
      const startedAt = performance.now();
      const texts = didYouMean(statements, { text, sort: 'relevance', page: 1 }, today, 0);
      return { text, ms: performance.now() - startedAt, isGuessed: texts.length > 0 };
    });
    const slowest = [...times].sort((a, b) => b[1] - a[1]).slice(0, 5);
    return [
      { metric: 'search through the site, p50', unit: 'ms', ours: overHttp.p50, aim: AIMS.searchP50Ms },
      { metric: 'search through the site, p95', unit: 'ms', ours: overHttp.p95, aim: AIMS.searchP95Ms },
      { metric: 'search through the site, slowest', unit: 'ms', ours: overHttp.max },
      { metric: 'search in the store, p50', unit: 'ms', ours: inStore.p50 },
      {
        metric: 'search in the store, p95',
        unit: 'ms',
        ours: inStore.p95,
        note: `slowest: ${slowest.map(([text, ms]) => `“${text}” ${ms.toFixed(0)} ms`).join(', ')}`,
      },
      {
        metric: 'what a search that finds nothing may have meant, slowest',
        unit: 'ms',
        ours: Math.max(...guesses.map(({ ms }) => ms)),
        note: `${guesses.filter(({ isGuessed }) => isGuessed).length} of ${guesses.length} mistyped words put right`,
      },
    ];
  } finally {
    content.close();
    visitor.close();
  }
}

/** Pieces of 1 to 12 characters from titles and bodies, and the common words. */
function queriesFor(items: number): string[] {
  const random = new Random(11);
  const queries = [...COMMON];
  while (queries.length < QUERIES) {
    const made = makeItem(random.below(items), items);
    const text = random.below(2) === 0 ? made.title : textOfHtml(made.body);
    const length = 1 + random.below(12);
    const piece = text
      .slice(random.below(Math.max(1, text.length - length)))
      .slice(0, length)
      .trim();
    if (/[\p{L}\p{N}]/u.test(piece)) queries.push(piece);
  }
  return queries;
}
