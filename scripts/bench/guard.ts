import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AIMS } from './aims.ts';
import { makeItem } from './dataset.ts';
import { spreadOf } from './measure.ts';
import type { Portal } from './portal.ts';
import type { Row } from './report.ts';

/** Files tampered with, of each kind. */
const TIMES = 10;
const IDLE_SECONDS = 30;
const GIVE_UP_MS = 60_000;

/** Public files that are tampered with: how long until the right one is back, and what looking costs. */
export async function measureGuard(portal: Portal): Promise<Row[]> {
  const { bench } = portal;
  await portal.startSite();
  bench.say('the node looks at its files and has nothing else to do');
  const before = portal.site.usage.cpuSeconds;
  await sleep(IDLE_SECONDS * 1000);
  const used = portal.site.usage.cpuSeconds - before;

  bench.say(`${TIMES} files of each kind are tampered with`);
  const rows: Row[] = [
    { metric: `processor time of the node at rest, its guard included, in ${IDLE_SECONDS} s`, unit: 's', ours: used },
  ];
  for (const [kind, tamper] of Object.entries(TAMPERINGS)) {
    const times: number[] = [];
    for (let at = 0; at < TIMES; at += 1) times.push(await repairOf(tamper(folderOf(portal), at, bench.options.items)));
    const { p50 } = spreadOf(times);
    rows.push({ metric: `a file that was ${kind} until it is right, p50`, unit: 'ms', ours: p50 });
    rows.push({ metric: `… slowest`, unit: 'ms', ours: Math.max(...times), aim: AIMS.repairSlowestMs });
  }
  return rows;
}

type Tamper = (folder: string, at: number, items: number) => () => boolean;

const TAMPERINGS: Readonly<Record<string, Tamper>> = {
  altered(folder, at, items) {
    const { file, isWhole } = pageOf(folder, at, items);
    appendFileSync(file, '<p>altered</p>');
    return isWhole;
  },
  removed(folder, at, items) {
    const { file, isWhole } = pageOf(folder, at, items);
    rmSync(file);
    return isWhole;
  },
  added(folder, at) {
    const file = join(folder, `items/added-${at}.html`);
    writeFileSync(file, 'added');
    return () => !existsSync(file);
  },
};

function folderOf(portal: Portal): string {
  return join(portal.siteFolder, 'pages/current');
}

function pageOf(folder: string, at: number, items: number): { file: string; isWhole: () => boolean } {
  const { slug } = makeItem(Math.floor(((at + 0.5) * items) / TIMES), items);
  const file = join(folder, `items/${slug}.html`);
  const whole = readFileSync(file);
  return { file, isWhole: () => existsSync(file) && readFileSync(file).equals(whole) };
}

async function repairOf(isRight: () => boolean): Promise<number> {
  const startedAt = performance.now();
  while (!isRight()) {
    if (performance.now() - startedAt > GIVE_UP_MS) throw new Error('A file that was tampered with stays so');
    await sleep(5);
  }
  return performance.now() - startedAt;
}
