import { Worker } from 'node:worker_threads';
import type { AttachmentJob, AttachmentResult } from './worker.ts';

/** What one file may take: its bytes come from outside, and whatever they do ends with the thread. */
export interface ThreadLimits {
  readonly timeoutMs: number;
  readonly heapMb: number;
}

export const DEFAULT_THREAD_LIMITS: ThreadLimits = { timeoutMs: 60_000, heapMb: 768 };

/** A file was not read or cleaned: it took too long, too much memory, or broke its reader. */
export class AttachmentThreadError extends Error {
  override readonly name = 'AttachmentThreadError';
}

/** Files at work at a time: reading one keeps a core busy, and the others belong to the CMS. */
const MOST_AT_ONCE = 1;

/** Runs readers and cleaners in threads of their own, so that a large or hostile file holds nobody up. */
export class AttachmentThreads {
  readonly #file: string;
  readonly #limits: ThreadLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(file: string, limits: ThreadLimits = DEFAULT_THREAD_LIMITS) {
    this.#file = file;
    this.#limits = limits;
  }

  async run(job: AttachmentJob): Promise<AttachmentResult> {
    if (this.#running >= MOST_AT_ONCE) await new Promise<void>((start) => this.#waiting.push(start));
    else this.#running += 1;
    try {
      return await this.#start(job);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  #start(job: AttachmentJob): Promise<AttachmentResult> {
    const { timeoutMs, heapMb } = this.#limits;
    return new Promise((done, fail) => {
      const thread = new Worker(this.#file, {
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: heapMb },
        stdout: true,
        stderr: true,
      });
      const end = (settle: () => void) => {
        clearTimeout(timer);
        void thread.terminate();
        settle();
      };
      const timer = setTimeout(
        () => end(() => fail(new AttachmentThreadError(`Cannot ${job.task} this file in ${timeoutMs} ms`))),
        timeoutMs,
      );
      thread.once('message', (result: AttachmentResult) => end(() => done(result)));
      thread.once('error', (cause) => {
        end(() => fail(new AttachmentThreadError(`Cannot ${job.task} this file`, { cause })));
      });
      thread.once('exit', () => end(() => fail(new AttachmentThreadError(`Cannot ${job.task} this file`))));
    });
  }
}
