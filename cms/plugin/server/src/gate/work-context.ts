import { AsyncLocalStorage } from 'node:async_hooks';

/** Work of the plugin itself, which may do what the gate refuses to everyone else. */
export type Work = 'import' | 'restoration' | 'withdrawal';

const current = new AsyncLocalStorage<Work>();

/** Runs `act` and all that it calls as this work. Nothing that comes from outside can enter it. */
export function during<Result>(work: Work, act: () => Promise<Result>): Promise<Result> {
  return current.run(work, act);
}

export function isDuring(work: Work): boolean {
  return current.getStore() === work;
}
