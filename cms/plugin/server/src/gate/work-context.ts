import { AsyncLocalStorage } from 'node:async_hooks';

/** Work of the plugin itself, which may do what the gate refuses to everyone else. */
export type Work = 'import' | 'planned-publication' | 'restoration' | 'withdrawal' | 'withholding-notice';

interface Context {
  readonly work: Work;
  /** documentId of the import batch that the work belongs to. */
  readonly batch: string | null;
}

const current = new AsyncLocalStorage<Context>();

/** Runs `act` and all that it calls as this work. Nothing that comes from outside can enter it. */
export function during<Result>(work: Work, act: () => Promise<Result>, batch: string | null = null): Promise<Result> {
  return current.run({ work, batch }, act);
}

export function isDuring(work: Work): boolean {
  return current.getStore()?.work === work;
}

/** The batch that is being imported. */
export function currentBatch(): string | null {
  return current.getStore()?.batch ?? null;
}
