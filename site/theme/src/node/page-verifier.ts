import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from './log.ts';
import { fileOf, type PageStore } from './page-store.ts';

const CHUNK = 100;
/** Files looked at in one step. A site of this size is checked whole at every step, a larger one in turns. */
const FILES_PER_STEP = 20_000;
const REPAIRS_PER_STEP = 200;

/** Notices pages whose file is missing, cut short or written by somebody else, and has them made again. */
export class PageVerifier {
  readonly #pages: PageStore;
  readonly #repair: (path: string) => Promise<void>;
  readonly #log: Log;
  #generation = '';
  #reached = '';

  constructor(pages: PageStore, repair: (path: string) => Promise<void>, log: Log) {
    this.#pages = pages;
    this.#repair = repair;
    this.#log = log;
  }

  /** Looks at the next files, in the order of their addresses, and starts over at the end. Stops early when asked to. */
  async step(shouldStop: () => boolean): Promise<void> {
    const { current } = this.#pages;
    for (const path of current.stale(REPAIRS_PER_STEP)) {
      if (shouldStop()) return;
      await this.#repair(path);
    }
    if (this.#generation !== current.name) {
      this.#generation = current.name;
      this.#reached = '';
    }
    for (let seen = 0; seen < FILES_PER_STEP; seen += CHUNK) {
      if (shouldStop() || this.#pages.current !== current) return;
      const chunk = current.after(this.#reached, CHUNK);
      const states = await Promise.all(chunk.map((page) => stateOf(join(current.folder, fileOf(page.path)))));
      for (const [at, page] of chunk.entries()) {
        const state = states[at];
        if (state && state.size === page.size && state.mtimeMs === page.mtimeMs) continue;
        // Written between our two looks: the index knows better now.
        if (current.isAsNoted(page.path)) continue;
        this.#log.warn(`The page ${page.path} was ${state ? 'altered' : 'missing'}: making it again`);
        await this.#repair(page.path);
      }
      this.#reached = chunk.length < CHUNK ? '' : (chunk.at(-1)?.path ?? '');
      if (chunk.length < CHUNK) return;
    }
  }
}

async function stateOf(file: string): Promise<{ size: number; mtimeMs: number } | null> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { size, mtimeMs };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
