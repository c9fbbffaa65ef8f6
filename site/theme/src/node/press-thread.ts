import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { ContentSnapshot } from './content-snapshot.ts';
import { contentViews } from './content-views.ts';
import { batchesOf, printBatch, type Press, type Printed } from './press.ts';
import type { Rendered } from './publisher.ts';
import type { DisclosureLocals } from './views.ts';

/** What a thread is told when it starts. The key tells it from threads of other programs that load the same module. */
interface ThreadData {
  readonly disclosurePress: { readonly contentFile: string; readonly siteUrl: string };
}

interface Job {
  readonly id: number;
  readonly paths: readonly string[];
  readonly folder: string;
}

type Result = { readonly id: number } & (
  { readonly printed: Printed } | { readonly error: { readonly message: string; readonly code: string | undefined } }
);

/** More than these give nothing: the main thread writes the index. */
const MOST_THREADS = 4;
/** A thread has its next batch before it has handed over the last one. */
const JOBS_PER_THREAD = 2;
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

/** Makes pages in several threads, each of which loads `module` and there comes to {@link printInThread}. */
export function pressInThreads(module: URL, data: ThreadData['disclosurePress']): Press {
  return {
    async *run(paths, folder, shouldStop) {
      const batches = batchesOf(paths);
      const threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () => {
        return new Thread(module, { disclosurePress: data });
      });
      const atWork = new Map<number, Promise<{ lane: number; printed: Printed }>>();
      const giveTo = (lane: number) => {
        const { value: batch } = batches.next();
        atWork.delete(lane);
        if (batch === undefined || shouldStop()) return;
        const thread = threads[lane % threads.length] as Thread;
        const result = thread.print(batch, folder).then((printed) => ({ lane, printed }));
        // It may fail while nobody waits for it; whoever waits next is told.
        result.catch(() => undefined);
        atWork.set(lane, result);
      };
      try {
        for (let lane = 0; lane < threads.length * JOBS_PER_THREAD; lane += 1) giveTo(lane);
        while (atWork.size > 0) {
          const { lane, printed } = await Promise.race(atWork.values());
          giveTo(lane);
          yield printed;
        }
      } finally {
        await Promise.all(threads.map((thread) => thread.end()));
      }
    },
  };
}

/** One worker, and the batches it has been given. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (printed: Printed) => void; reject: (error: Error) => void }>();
  #jobs = 0;

  constructor(module: URL, data: ThreadData) {
    this.#worker = new Worker(module, { workerData: data, resourceLimits: MEMORY });
    this.#worker.on('message', (result: Result) => this.#take(result));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error('a thread failed')));
    this.#worker.on('exit', () => this.#fail(new Error('a thread that makes pages ended')));
  }

  print(paths: readonly string[], folder: string): Promise<Printed> {
    const id = (this.#jobs += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, paths, folder } satisfies Job);
    });
  }

  async end(): Promise<void> {
    // Whoever ends the run does not wait for what is still at work.
    this.#waiting.clear();
    await this.#worker.terminate();
  }

  #take(result: Result): void {
    const waiting = this.#waiting.get(result.id);
    this.#waiting.delete(result.id);
    if ('printed' in result) waiting?.resolve(result.printed);
    else waiting?.reject(Object.assign(new Error(result.error.message), { code: result.error.code }));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** In a thread of {@link pressInThreads}: takes batches and makes their pages until the thread is ended. Elsewhere nothing. */
export function printInThread(makeRenderer: () => (path: string, locals: DisclosureLocals) => Promise<Rendered>): void {
  const data = (workerData as Partial<ThreadData> | null)?.disclosurePress;
  const port = parentPort;
  if (data === undefined || port === null) return;

  const render = makeRenderer();
  const content = new ContentSnapshot(data.contentFile);
  const locals: DisclosureLocals = {
    content: contentViews(content, () => new Date().toISOString()),
    siteUrl: data.siteUrl,
    health: () => {
      throw new RangeError('Cannot tell the health of the node: a stored page does not show it');
    },
  };
  const print = async ({ id, paths, folder }: Job): Promise<Result> => {
    try {
      const position = content.hold();
      try {
        return { id, printed: { position, pages: await printBatch(paths, folder, (path) => render(path, locals)) } };
      } finally {
        content.release();
      }
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException;
      return { id, error: { message, code } };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (job: Job) => {
    last = last.then(async () => port.postMessage(await print(job)));
  });
}
