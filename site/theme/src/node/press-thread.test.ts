import { writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { BATCH, type Printed } from './press.ts';
import { pressInThreads } from './press-thread.ts';

const folder = sampleFolder('press-thread');
afterAll(() => rmSync(folder, { recursive: true }));

let modules = 0;

/** A press whose threads run `onJob` for each batch; it may use `id`, `paths` and `answer()`. */
function pressThat(onJob: string) {
  const file = join(folder, `${(modules += 1)}.mjs`);
  const answer = `(pages) => parentPort.postMessage({ id, printed: { position: 1, pages } })`;
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ id, paths }) => { const answer = ${answer}; ${onJob} });`,
  );
  return pressInThreads(pathToFileURL(file), { contentFile: '', siteUrl: '' });
}

const pathsOf = (length: number) => Array.from({ length }, (_, at) => `/items/${at}/`);
const PRINTS = `answer(paths.map((path) => ({ path, kind: 'no_page' })));`;

async function allOf(run: AsyncIterable<Printed>): Promise<string[]> {
  const paths: string[] = [];
  for await (const { pages } of run) paths.push(...pages.map(({ path }) => path));
  return paths;
}

describe('pressInThreads()', () => {
  test('gives every page once', async () => {
    const paths = pathsOf(BATCH * 7 + 3);
    const printed = await allOf(pressThat(PRINTS).run(paths, folder, () => false));
    expect(printed.sort()).toEqual(paths.sort());
  });

  test('makes nothing of nothing', async () => {
    expect(await allOf(pressThat(PRINTS).run([], folder, () => false))).toEqual([]);
  });

  test('gives out no further batch when it is to stop', async () => {
    let batches = 0;
    for await (const _ of pressThat(PRINTS).run(pathsOf(BATCH * 100), folder, () => batches > 2)) batches += 1;
    expect(batches).toBeLessThan(20);
  });

  test.each([
    ['ends in the middle of a batch', `if (id > 1) process.exit(3); ${PRINTS}`, 'a thread that makes pages ended'],
    ['ends after a batch', `${PRINTS} setImmediate(() => process.exit(0));`, 'a thread that makes pages ended'],
    ['throws', `throw new Error('out of order');`, 'out of order'],
    ['cannot be loaded', `}); throw new Error('no such build'); void (() => {`, 'no such build'],
    ['runs out of memory', `const all = []; for (;;) all.push(new Array(1e5).fill(id));`, 'memory'],
  ])('says so when a thread %s', { timeout: 30_000 }, async (_what, onJob, message) => {
    const run = pressThat(onJob).run(pathsOf(BATCH * 40), folder, () => false);
    await expect(allOf(run)).rejects.toThrow(message);
  });

  test('tells which error a thread met, so that a full disk is known as one', async () => {
    const full = `parentPort.postMessage({ id, error: { message: 'no space left', code: 'ENOSPC' } });`;
    const run = pressThat(full).run(pathsOf(3), folder, () => false);
    await expect(allOf(run)).rejects.toMatchObject({ message: 'no space left', code: 'ENOSPC' });
  });
});
