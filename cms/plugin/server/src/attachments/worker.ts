import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { cleanFile } from './clean.ts';
import { inspectFile, type Inspection } from './inspect.ts';
import { readableForm, type ReadableForm } from './readable-form.ts';

/** What a thread is started for: one file, then it ends. */
export interface AttachmentJob {
  readonly task: 'inspect' | 'clean' | 'read';
  readonly bytes: Uint8Array;
}

export type AttachmentResult =
  | { readonly task: 'inspect'; readonly inspection: Inspection }
  | { readonly task: 'clean'; readonly copy: Uint8Array | null }
  | { readonly task: 'read'; readonly reading: ReadableForm | null };

async function work({ task, bytes }: AttachmentJob): Promise<AttachmentResult> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (task === 'inspect') return { task, inspection: await inspectFile(file) };
  if (task === 'read') return { task, reading: await readableForm(file) };
  return { task, copy: await cleanFile(file) };
}

/** In a thread that was started for a file; this module is also imported where there is none. */
if (!isMainThread && isJob(workerData)) {
  // An error ends the thread with it, and whoever started it hears of it.
  void work(workerData).then((result) => parentPort?.postMessage(result));
}

function isJob(data: unknown): data is AttachmentJob {
  return typeof data === 'object' && data !== null && 'task' in data && 'bytes' in data;
}
