import { DatabaseSync } from 'node:sqlite';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { isSound } from './rows.ts';

/** What the thread is told when it starts. The key tells it from other threads that load the same module. */
interface ThreadData {
  readonly disclosureCheck: { readonly contentFile: string };
}

/**
 * Whether the content store can be read from end to end. That takes seconds, so a thread does it, which loads `module`
 * and there comes to {@link checkInThread}; without one it is done here. A check that cannot be made counts as passed:
 * what it would have found, reading finds.
 */
export async function checkContent(file: string, module: URL | null): Promise<boolean> {
  if (module === null) return isFileSound(file);
  const data: ThreadData = { disclosureCheck: { contentFile: file } };
  return new Promise((resolve) => {
    const thread = new Worker(module, { workerData: data });
    thread.unref();
    thread.once('message', (isWell: boolean) => resolve(isWell));
    thread.once('error', () => resolve(true));
    thread.once('exit', () => resolve(true));
  });
}

/** In a thread of {@link checkContent}: makes the check and ends. Elsewhere nothing. */
export function checkInThread(): void {
  const file = (workerData as Partial<ThreadData> | null)?.disclosureCheck?.contentFile;
  if (file !== undefined) parentPort?.postMessage(isFileSound(file));
}

function isFileSound(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    return isSound(database);
  } finally {
    database.close();
  }
}
