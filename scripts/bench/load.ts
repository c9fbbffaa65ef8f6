import { medianOf } from './measure.ts';
import type { Workbench } from './workbench.ts';

const CONNECTIONS = 10;
const SECONDS = 8;
const WARM_UP_SECONDS = 2;
const ROUNDS = 3;

export interface Target {
  readonly name: string;
  readonly url: string;
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
      const rate = await load(bench, url, SECONDS);
      bench.say(`  ${name}, round ${round}: ${rate.toFixed(0)} requests/s`);
      found.set(name, [...(found.get(name) ?? []), rate]);
    }
  }
  return new Map([...found].map(([name, rates]) => [name, medianOf(rates)]));
}

/** Requests a second by wrk, which takes little of the processor that it shares with what it asks. */
async function load(bench: Workbench, url: string, seconds: number): Promise<number> {
  const { child } = await bench.runToEnd({
    name: 'load',
    command: 'wrk',
    args: ['--threads', '1', '--connections', String(CONNECTIONS), '--duration', `${seconds}s`, url],
    cwd: bench.folder,
    env: process.env,
  });
  const report = child.tail();
  const trouble = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(report)?.[0];
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(report)?.[1] ?? 0);
  if (trouble !== undefined || rate === 0) throw new Error(`${url} under load: ${trouble ?? 'no answer at all'}`);
  return rate;
}
