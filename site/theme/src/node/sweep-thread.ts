import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { PageSweep, type SweepTarget } from './page-sweep.ts';

/** What a thread is told when it starts. The key tells it from other threads that load the same module. */
interface ThreadData {
  readonly disclosureSweep: SweepTarget;
}

/** What a round found. */
export type SweepFinding =
  | { readonly kind: 'suspects'; readonly files: readonly string[] }
  | { readonly kind: 'round'; readonly files: number; readonly busyMs: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Rounds that go on until they are ended. */
export interface Sweeping {
  end(): Promise<void>;
}

/** A round is spread over this time: short enough that what one finds is put right within ten seconds. */
const ROUND_MS = 8000;
/** Between the rounds of a site that is small. */
const REST_MS = 2000;
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

/**
 * Sweeps a generation, round after round, in a thread that loads `module` and there comes to {@link sweepInThread};
 * without one it is done here.
 */
export function startSweeping(
  target: SweepTarget,
  module: URL | null,
  tell: (finding: SweepFinding) => void,
): Sweeping {
  if (module === null) return sweepHere(target, tell);
  const data: ThreadData = { disclosureSweep: target };
  const thread = new Worker(module, { workerData: data, resourceLimits: MEMORY });
  thread.unref();
  thread.on('message', (finding: SweepFinding) => tell(finding));
  thread.on('error', (error) =>
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : 'unknown cause' }),
  );
  return { end: async () => void (await thread.terminate()) };
}

/** In a thread of {@link startSweeping}: sweeps until the thread is ended. Elsewhere nothing. */
export function sweepInThread(): void {
  const target = (workerData as Partial<ThreadData> | null)?.disclosureSweep;
  const port = parentPort;
  if (target !== undefined && port !== null) sweepHere(target, (finding) => port.postMessage(finding));
}

function sweepHere(target: SweepTarget, tell: (finding: SweepFinding) => void): Sweeping {
  const stop = new AbortController();
  const going = sweepOn(target, tell, stop.signal);
  return {
    async end() {
      stop.abort();
      await going;
    },
  };
}

async function sweepOn(target: SweepTarget, tell: (finding: SweepFinding) => void, stop: AbortSignal): Promise<void> {
  const wait = (ms: number) => sleep(ms, undefined, { signal: stop, ref: false }).catch(() => undefined);
  let startedAt = performance.now();
  let busyMs = 0;
  let busySince = startedAt;
  const sweep = new PageSweep(target, {
    suspect: (files) => tell({ kind: 'suspects', files }),
    shouldStop: () => stop.aborted,
    pause: async (done) => {
      busyMs += performance.now() - busySince;
      await wait(Math.max(1, startedAt + done * ROUND_MS - performance.now()));
      busySince = performance.now();
    },
  });
  try {
    while (!stop.aborted) {
      startedAt = busySince = performance.now();
      busyMs = 0;
      try {
        const files = await sweep.round();
        tell({ kind: 'round', files, busyMs: busyMs + performance.now() - busySince });
      } catch (error) {
        tell({ kind: 'failed', reason: error instanceof Error ? error.message : 'unknown cause' });
      }
      await wait(Math.min(REST_MS, Math.max(1, startedAt + ROUND_MS - performance.now())));
    }
  } finally {
    sweep.close();
  }
}
