import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addresses, type ItemType } from '../../shared/src/index.ts';
import { CHROMIUM } from '../../tests/support/chromium.ts';
import { root } from '../demo/settings.mjs';
import { installMissing } from '../test/machine.ts';
import { AIMS } from './aims.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';
import { freePort, type Workbench } from './workbench.ts';

/** No dependencies of the product: some 200 MB that only this part needs, fetched into the folder of the run. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const NU_CHECKER = 'vnu-jar@26.9.27';

/** Scores move with what else the machine does: of so many runs the middle one counts. */
const RUNS = 3;
const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const SEARCH_WORD = '公租房';

interface PageType {
  readonly name: string;
  readonly path: string;
  /** Lighthouse's audits that ask for what the page is not meant to be. */
  readonly without?: readonly string[];
}

/**
 * How good the pages of the demo are for those who read them: Lighthouse's scores as a telephone gets them, the bytes that travel,
 * and what the Nu HTML checker says about the markup of every type of page. Of a site that runs already with `--site URL`.
 */
export async function measurePages({ bench }: Portal): Promise<Row[]> {
  await installMissing(['browser', 'java']);
  const tools = await installTools(bench);
  const { site, stop } =
    bench.options.site === null ? await startDemo(bench) : { site: bench.options.site, stop: null };
  try {
    const examples = await newestOfTypes(site);
    const rows: Row[] = [];
    for (const page of pagesToScore(examples)) rows.push(...(await score(bench, tools, site, page)));
    rows.push(await checkMarkup(bench, tools, site, [...pagesToScore(examples), ...otherPages(examples)]));
    return rows;
  } finally {
    await stop?.();
  }
}

async function installTools(bench: Workbench): Promise<string> {
  const folder = bench.path('page-tools');
  const modules = join(folder, 'node_modules');
  if (existsSync(join(modules, 'lighthouse')) && existsSync(join(modules, 'vnu-jar'))) return modules;
  bench.say(`installing ${LIGHTHOUSE} and ${NU_CHECKER} into the folder of the run`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await bench.runToEnd({
    name: 'npm-install',
    command: 'npm',
    args: ['install', '--no-audit', '--no-fund', '--ignore-scripts', LIGHTHOUSE, NU_CHECKER],
    cwd: folder,
    env: process.env,
  });
  return modules;
}

async function startDemo(bench: Workbench): Promise<{ site: string; stop: () => Promise<void> }> {
  bench.say('starting the demo');
  const [cmsPort, sitePort] = [await freePort(), await freePort()];
  const demo = await bench.start({
    name: 'demo',
    command: process.execPath,
    args: [join(root, 'scripts/demo.ts')],
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: bench.path('demo'),
      CMS_PORT: String(cmsPort),
      SITE_PORT: String(sitePort),
    },
  });
  while (
    !demo.child
      .tail()
      .split('\n')
      .some((line) => line.startsWith('ready '))
  ) {
    await Promise.race([sleep(250), demo.death]);
  }
  return { site: `http://localhost:${sitePort}`, stop: () => demo.stop() };
}

/** The newest item of each type, read from the dump of the site, which begins with the newest. */
async function newestOfTypes(site: string): Promise<ReadonlyMap<ItemType, string>> {
  const answer = await fetch(site + addresses.dump('ndjson'));
  if (!answer.ok) throw new Error(`${site}${addresses.dump('ndjson')} answers ${answer.status}`);
  const lines = (await answer.text()).trimEnd().split('\n').slice(0, -1);
  const found = new Map<ItemType, string>();
  for (const line of lines) {
    const { type, url } = JSON.parse(line) as { type: ItemType; url: string };
    if (!found.has(type)) found.set(type, new URL(url).pathname);
  }
  return found;
}

/** What most people read. */
function pagesToScore(examples: ReadonlyMap<ItemType, string>): PageType[] {
  return [
    { name: 'home', path: addresses.home() },
    { name: 'list', path: addresses.category('statutory') },
    ...exampleOf('item', examples),
    ...exampleOf('power', examples),
    // Results ask not to be indexed: the items that they lead to are.
    { name: 'search', path: addresses.search(SEARCH_WORD), without: ['is-crawlable'] },
  ];
}

function otherPages(examples: ReadonlyMap<ItemType, string>): PageType[] {
  const scored = new Set(pagesToScore(examples).map(({ path }) => path));
  return [
    ...[...examples].map(([name, path]) => ({ name, path })).filter(({ path }) => !scored.has(path)),
    { name: 'catalogue', path: addresses.catalogue() },
    { name: 'powers', path: addresses.powers() },
    { name: 'risk points', path: addresses.risks() },
    { name: 'adjustments of powers', path: addresses.powerChanges() },
    { name: 'organs', path: addresses.organs() },
    { name: 'organ', path: addresses.organ('office') },
    { name: 'search without words', path: addresses.search() },
    { name: 'search without a hit', path: addresses.search('没有这样的词语') },
    { name: 'statistics', path: addresses.statistics() },
    { name: 'data', path: addresses.data() },
    { name: 'accessibility', path: addresses.accessibility() },
    { name: 'not found', path: `${addresses.home()}mei-you/` },
  ];
}

function exampleOf(type: ItemType, examples: ReadonlyMap<ItemType, string>): PageType[] {
  const path = examples.get(type);
  return path === undefined ? [] : [{ name: type, path }];
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface Audit {
  readonly score: number | null;
  readonly title: string;
  readonly details?: { readonly items?: readonly Transfer[] };
}

interface Transfer {
  readonly resourceType?: string;
  readonly transferSize?: number;
}

async function score(bench: Workbench, tools: string, site: string, page: PageType): Promise<Row[]> {
  const { name } = page;
  bench.say(`Lighthouse: ${name}`);
  const reports: Report[] = [];
  for (let run = 1; run <= RUNS; run += 1) reports.push(await lighthouse(bench, tools, site, page, run));
  const performance = (report: Report) => report.categories['performance']?.score ?? 0;
  const middle = reports.sort((one, other) => performance(one) - performance(other))[Math.floor(RUNS / 2)];
  if (middle === undefined) throw new Error('Lighthouse gave no report');
  return [...scoreRows(name, middle), ...transferRows(name, middle)];
}

function scoreRows(name: string, { categories, audits }: Report): Row[] {
  const failed = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 0.9);
  return SCORES.map((category) => ({
    metric: `${name} page, Lighthouse, ${category}`,
    unit: 'of 100',
    ours: Math.round((categories[category]?.score ?? 0) * 100),
    aim: AIMS.lighthouse,
    ...(categories[category]?.score === 1 ? {} : { note: failed.map(({ title }) => title).join('; ') }),
  }));
}

/** What travels for one page, compressed as it is sent, without images. */
function transferRows(name: string, { audits }: Report): Row[] {
  const transfers = audits['network-requests']?.details?.items ?? [];
  const kB = (of: readonly Transfer[]) => of.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1000;
  const script = transfers.filter(({ resourceType }) => resourceType === 'Script');
  const aim = { home: AIMS.homeKB, item: AIMS.itemKB }[name];
  return [
    {
      metric: `${name} page, transferred without images`,
      unit: 'kB',
      ours: kB(transfers.filter(({ resourceType }) => resourceType !== 'Image')),
      ...(aim === undefined ? {} : { aim }),
    },
    { metric: `${name} page, script`, unit: 'kB', ours: kB(script), aim: AIMS.scriptKB },
  ];
}

async function lighthouse(bench: Workbench, tools: string, site: string, page: PageType, run: number): Promise<Report> {
  const { name, path, without = [] } = page;
  const output = bench.path(`lighthouse-${name}-${run}.json`);
  await bench.runToEnd({
    name: 'lighthouse',
    command: process.execPath,
    args: [
      join(tools, 'lighthouse/cli/index.js'),
      site + path,
      '--output=json',
      `--output-path=${output}`,
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${SCORES.join(',')}`,
      ...without.map((audit) => `--skip-audits=${audit}`),
      '--chrome-flags=--no-sandbox --disable-gpu --disable-background-networking',
    ],
    cwd: bench.folder,
    env: { ...process.env, CHROME_PATH: CHROMIUM },
  });
  return JSON.parse(readFileSync(output, 'utf8')) as Report;
}

interface Message {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}

async function checkMarkup(bench: Workbench, tools: string, site: string, pages: readonly PageType[]): Promise<Row> {
  bench.say(`Nu HTML checker: ${pages.length} types of pages`);
  const folder = bench.path('markup');
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const [at, { path }] of pages.entries()) {
    const file = join(folder, `${at}.html`);
    writeFileSync(file, await (await fetch(site + path)).text());
    files.push(file);
  }
  const report = bench.path('markup.json');
  await bench.runToEnd({
    name: 'vnu',
    command: '/bin/sh',
    args: [
      '-c',
      'report="$1" && shift && exec java -jar "$0" --format json --stdout --exit-zero-always "$@" > "$report"',
      join(tools, 'vnu-jar/build/dist/vnu.jar'),
      report,
      ...files,
    ],
    cwd: bench.folder,
    env: process.env,
  });
  const { messages } = JSON.parse(readFileSync(report, 'utf8')) as { messages: Message[] };
  const errors = messages.filter(({ type }) => type !== 'info');
  for (const { url, lastLine, message } of errors.slice(0, 20)) {
    const page = pages[Number(/(\d+)\.html$/.exec(url)?.[1])];
    bench.say(`  ${page?.path ?? url}, line ${lastLine ?? '?'}: ${message}`);
  }
  return {
    metric: `Nu HTML checker, ${pages.length} types of pages`,
    unit: 'faults',
    ours: errors.length,
    aim: 0,
  };
}
