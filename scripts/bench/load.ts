import { medianOf } from './measure.ts';
import { programOf, type Workbench } from './workbench.ts';

const CONNECTIONS = 10;
const SECONDS = 8;
const WARM_UP_SECONDS = 2;
const ROUNDS = 3;

export interface Target {
  readonly name: string;
  readonly url: string;
}

interface LoadResult {
  readonly requests: { readonly average: number };
  readonly non2xx: number;
  readonly errors: number;
}

/** Requests a second of each target, taken in turn so that a slow minute of the machine hits all; the median of the rounds. */
export async function requestsPerSecond(
  bench: Workbench,
  targets: readonly Target[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number[]>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { name, url } of targets) {
      await load(bench, url, WARM_UP_SECONDS);
      const { requests, non2xx, errors } = await load(bench, url, SECONDS);
      if (non2xx > 0 || errors > 0)
        throw new Error(`${name} answered ${non2xx} requests badly and ${errors} not at all`);
      bench.say(`  ${name}, round ${round}: ${requests.average.toFixed(0)} requests/s`);
      found.set(name, [...(found.get(name) ?? []), requests.average]);
    }
  }
  return new Map([...found].map(([name, rates]) => [name, medianOf(rates)]));
}

async function load(bench: Workbench, url: string, seconds: number): Promise<LoadResult> {
  const { child } = await bench.runToEnd({
    name: 'load',
    command: process.execPath,
    args: [programOf('autocannon/autocannon.js'), '--json', '-c', String(CONNECTIONS), '-d', String(seconds), url],
    cwd: bench.folder,
    env: process.env,
  });
  const json = child
    .tail()
    .split('\n')
    .find((line) => line.startsWith('{'));
  if (json === undefined) throw new Error(`The load generator gave no result for ${url}`);
  return JSON.parse(json) as LoadResult;
}
