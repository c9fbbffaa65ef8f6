import { setTimeout as sleep } from 'node:timers/promises';
import { addresses } from 'disclosure-contract';
import { AIMS } from './aims.ts';
import { makeItem } from './dataset.ts';
import { spreadOf, timed, type Spread } from './measure.ts';
import { SITE_URL, type Portal } from './portal.ts';
import { Random } from './random.ts';
import type { Row } from './report.ts';
import { Visitor } from './visitor.ts';

const VISIT_EVERY_MS = 50;

/** Everything anew: a node of another build makes all pages, and the former build takes its own up again. */
export async function measureRebuild(portal: Portal): Promise<Row[]> {
  const { bench } = portal;
  await portal.startSite();
  bench.say('a node of another build makes every page anew');
  // Never the same twice: the pages of an earlier run's other build would be taken up again.
  const rebuilt = portal.startSite({ siteUrl: `https://rebuild-${Date.now().toString(36)}.example` });
  const [seconds, visits] = await Promise.all([rebuilt, visitsUntil(rebuilt, portal)]);
  const { peakMB: memory, cpuSeconds } = portal.site.usage;
  const { pages, ms } = lastRebuild(portal.site.child.tail());
  bench.say(`${pages} pages in ${(ms / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB; now the former build again`);
  const backSeconds = await portal.startSite({ siteUrl: SITE_URL });
  return [
    { metric: 'full rebuild, from start to switched', unit: 's', ours: seconds },
    { metric: 'full rebuild: processor time of the node', unit: 's', ours: cpuSeconds },
    { metric: 'full rebuild: pages made', unit: 'pages', ours: pages },
    { metric: 'full rebuild: speed', unit: 'pages/s', ours: pages / (ms / 1000), aim: AIMS.rebuildPagesPerSecond },
    { metric: 'full rebuild: peak memory of the node', unit: 'MB', ours: memory, aim: AIMS.rebuildMemoryMB },
    { metric: 'a stored page while everything is made anew, p50', unit: 'ms', ours: visits.p50 },
    { metric: 'a stored page while everything is made anew, p95', unit: 'ms', ours: visits.p95 },
    { metric: 'a stored page while everything is made anew, slowest', unit: 'ms', ours: visits.max },
    { metric: 'the way back to the former build', unit: 's', ours: backSeconds },
  ];
}

/** How long readers of items wait until `end`, from the first answer on. */
async function visitsUntil(end: Promise<unknown>, { bench, siteUrl }: Portal): Promise<Spread> {
  const state = { isOver: false };
  const over = () => {
    state.isOver = true;
  };
  end.then(over, over);
  const visitor = new Visitor(siteUrl);
  const random = new Random(5);
  const times: number[] = [];
  while (!state.isOver) {
    const { slug } = makeItem(random.below(bench.options.items), bench.options.items);
    // Nobody listens yet, or no longer: the node is being started anew.
    const visit = await timed(() => visitor.get(addresses.item(slug))).catch(() => null);
    if (visit !== null) times.push(visit.ms);
    await sleep(VISIT_EVERY_MS);
  }
  visitor.close();
  return spreadOf(times);
}

/** The node says in its log how long it took. */
function lastRebuild(log: string): { pages: number; ms: number } {
  const found = [...log.matchAll(/Made (\d+) pages anew in (\d+) ms/g)].at(-1);
  if (!found) throw new Error(`The node did not say that it made its pages anew:\n${log}`);
  return { pages: Number(found[1]), ms: Number(found[2]) };
}
