import type { Rendered } from './publisher.ts';
import { fillPage, type PageFile } from './page-files.ts';

/** Makes pages in bulk for a rebuild: renders them and writes their files into a folder that nobody reads yet. */
export interface Press {
  /** Batches come in any order. Throws when a file cannot be written. */
  run(paths: Iterable<string>, folder: string, shouldStop: () => boolean): AsyncIterable<Printed>;
}

/** Pages made from one state of the content. */
export interface Printed {
  /** Position in the feed of the content that they were made from. */
  readonly position: number;
  readonly pages: readonly PrintedPage[];
}

export type PrintedPage = { readonly path: string } & (
  | { readonly kind: 'page'; readonly contentType: string; readonly tags: readonly string[]; readonly file: PageFile }
  | { readonly kind: 'no_page' }
  | { readonly kind: 'failed'; readonly reason: string }
);

/** Large enough that handing a batch over costs nothing, small enough that changes do not wait for one. */
export const BATCH = 200;

/** Makes the pages of one batch. A page that cannot be rendered is named; a file that cannot be written throws. */
export async function printBatch(
  paths: readonly string[],
  folder: string,
  render: (path: string) => Promise<Rendered>,
  shouldStop: () => boolean = () => false,
): Promise<PrintedPage[]> {
  const printed: PrintedPage[] = [];
  for (const path of paths) {
    if (shouldStop()) break;
    const rendered = await render(path).catch((error: unknown) => reasonOf(error));
    if (typeof rendered === 'string') {
      printed.push({ path, kind: 'failed', reason: rendered });
    } else if (rendered.kind === 'no_page') {
      const isFailure = rendered.status >= 500;
      printed.push(
        isFailure ? { path, kind: 'failed', reason: `status ${rendered.status}` } : { path, kind: 'no_page' },
      );
    } else {
      const { contentType, tags, body } = rendered;
      printed.push({ path, kind: 'page', contentType, tags, file: fillPage(folder, path, body) });
    }
  }
  return printed;
}

/** Makes pages in this thread. */
export function pressHere(render: (path: string) => Promise<Rendered>, position: () => number): Press {
  return {
    async *run(paths, folder, shouldStop) {
      for (const batch of batchesOf(paths)) {
        yield { position: position(), pages: await printBatch(batch, folder, render, shouldStop) };
        // Requests and changes get their turn.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

export function* batchesOf<Value>(values: Iterable<Value>, size = BATCH): IterableIterator<Value[]> {
  let batch: Value[] = [];
  for (const value of values) {
    batch.push(value);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown cause';
}
