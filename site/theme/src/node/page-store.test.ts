import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import type { Log } from './log.ts';
import { fileOf, isStorable } from './page-files.ts';
import { PageStore } from './page-store.ts';

vi.setConfig({ testTimeout: 30_000 });

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() } satisfies Log;
let root: string;
let store: PageStore;

beforeEach(() => {
  root = sampleFolder('page-store');
  store = new PageStore({ root, log, shownAt: () => ({ kind: 'position', seq: 0, approval: null }) });
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true });
  expect(log.error).not.toHaveBeenCalled();
});

const write = (path: string, text: string, tags = ['home'], generation = store.current) =>
  generation.write(path, Buffer.from(text), 'text/html', tags);
const read = (path: string, generation = store.current) => generation.read(path)?.body.toString() ?? null;

async function reopen(): Promise<void> {
  await store.close();
  store = new PageStore({ root, log, shownAt: () => ({ kind: 'position', seq: 0, approval: null }) });
}

describe('isStorable()', () => {
  test.each(['/', '/items/zhu-fang-1/', '/catalogue/lan-mu/2026/12/', '/feed.xml', '/sitemap-2026.xml', '/robots.txt'])(
    'takes %s',
    (path) => {
      expect(isStorable(path)).toBe(true);
    },
  );

  test.each([
    '',
    '*',
    'items/',
    '/items/zhu-fang-1',
    '//',
    '/a//b/',
    '/../',
    '/a/../',
    '/./',
    '/A/',
    '/items/%61/',
    '/a.html',
    '/a.php',
    '/.xml',
    '/a\\b/',
    '/a b/',
    '/a\n',
    '/a/\n',
    '/住房/',
    '/?q=1',
    '/a/?x',
    '/a#b',
    `/${'a'.repeat(512)}/`,
    '/a\0/',
    'http://x/',
  ])('refuses %j', (path) => {
    expect(isStorable(path)).toBe(false);
  });
});

describe('a page', () => {
  test('is read as it was written, and again after a restart', async () => {
    const { etag } = write('/items/a/', '甲');
    expect(store.current.read('/items/a/')).toEqual({ body: Buffer.from('甲'), contentType: 'text/html', etag });
    await reopen();
    expect(store.current.read('/items/a/')?.etag).toBe(etag);
  });

  test('is found by every tag it bears and by no tag it bore', () => {
    write('/', 'x', ['home', 'tree', 'tree']);
    write('/', 'y', ['home', 'feeds']);
    expect(store.current.pathsWith(['home', 'feeds'])).toEqual(['/']);
    expect(store.current.pathsWith(['tree'])).toEqual([]);
    expect(store.current.tagsOf('/').sort()).toEqual(['feeds', 'home']);
  });

  test('that somebody altered is not served', () => {
    write('/items/a/', 'mine');
    writeFileSync(join(store.current.folder, fileOf('/items/a/')), 'ours');
    expect(read('/items/a/')).toBeNull();
  });

  test('is not served any more once it is removed, from memory neither', () => {
    write('/items/a/', 'x');
    expect(read('/items/a/')).toBe('x');
    store.current.remove('/items/a/');
    expect(read('/items/a/')).toBeNull();
    expect(existsSync(join(store.current.folder, 'items/a.html'))).toBe(false);
  });

  test('that is written anew is served anew, from memory too', () => {
    write('/', 'old');
    expect(read('/')).toBe('old');
    write('/', 'new');
    expect(read('/')).toBe('new');
  });

  test('is never seen in part while it is replaced', { timeout: 30_000 }, async () => {
    const file = join(store.current.folder, 'index.html');
    const size = 400_000;
    write('/', 'a'.repeat(size));
    const reader = new Worker(
      `const { readFileSync } = require('node:fs');
       const { parentPort, workerData } = require('node:worker_threads');
       let isOver = false; let reads = 0; const torn = [];
       parentPort.on('message', () => { isOver = true; });
       (function look() {
         const text = readFileSync(workerData.file, 'utf8'); reads += 1;
         if (text.length !== workerData.size || text !== text[0].repeat(workerData.size)) torn.push(text.length);
         if (isOver) parentPort.postMessage({ reads, torn }); else setImmediate(look);
       })();`,
      { eval: true, workerData: { file, size } },
    );
    await once(reader, 'online');
    for (let n = 0; n < 200; n += 1) {
      write('/', (n % 2 ? 'a' : 'b').repeat(size));
      if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    reader.postMessage('stop');
    const [seen] = (await once(reader, 'message')) as [{ reads: number; torn: number[] }];
    await reader.terminate();
    expect(seen.torn).toEqual([]);
    expect(seen.reads).toBeGreaterThan(10);
  });
});

describe('a switch', () => {
  test('serves the filled generation and keeps the one before as the way back', () => {
    write('/', 'old');
    const next = store.startNext();
    write('/', 'new', ['home'], next);
    expect(read('/')).toBe('old');
    store.switchToNext();
    expect(read('/')).toBe('new');
    expect(readlinkSync(join(root, 'current'))).toBe(next.name);
    expect(read('/', store.previous ?? undefined)).toBe('old');
  });

  test('is still there after a restart, with its way back', async () => {
    write('/', 'old');
    write('/', 'new', ['home'], store.startNext());
    store.switchToNext();
    await reopen();
    expect(read('/')).toBe('new');
    store.switchBack();
    expect(read('/')).toBe('old');
    await reopen();
    expect(read('/')).toBe('old');
  });

  test('keeps no more than two generations on the disk', async () => {
    const names = Array.from({ length: 4 }, () => {
      const { name } = store.startNext();
      write('/items/a/', 'x');
      store.switchToNext();
      return name;
    });
    const kept = [...names.slice(-2), ...names.slice(-2).map((name) => `${name}.index`)];
    await vi.waitFor(() => {
      const there = readdirSync(root).filter((entry) => !/^current$|^fresh$|-wal$|-shm$/.test(entry));
      expect(there.sort()).toEqual(kept.sort());
    });
  });

  test('leaves the removal of what it replaced to the next start when it is closed meanwhile', async () => {
    for (let n = 0; n < 200; n += 1) write(`/items/a-${n}/`, 'x');
    const replaced = store.current.folder;
    for (const _ of [1, 2]) {
      store.startNext();
      store.switchToNext();
    }
    expect(existsSync(replaced)).toBe(false);
    await store.close();
    expect(readdirSync(root).filter((entry) => entry.startsWith('removed-'))).not.toEqual([]);
    store = new PageStore({ root, log, shownAt: () => ({ kind: 'position', seq: 0, approval: null }) });
    await vi.waitFor(() => expect(readdirSync(root).filter((entry) => entry.startsWith('removed-'))).toEqual([]));
  });

  test('leaves no trace of a generation that was given up or interrupted', async () => {
    const { name } = store.startNext();
    store.abandonNext();
    expect(existsSync(join(root, name))).toBe(false);
    const interrupted = store.startNext().name;
    await reopen();
    expect(existsSync(join(root, interrupted))).toBe(false);
  });

  test('remembers which pages of the way back have to be made again', () => {
    write('/', 'old', ['home']);
    store.startNext();
    store.switchToNext();
    store.previous?.markStale(store.previous.pathsWith(['home']));
    expect(store.previous?.stale(10)).toEqual(['/']);
    write('/', 'mended', ['home'], store.previous ?? undefined);
    expect(store.previous?.stale(10)).toEqual([]);
  });
});

test('what is removed everywhere is in no generation', () => {
  const seed = (generation = store.current) => {
    write('/items/a/', 'x', ['item:a'], generation);
    mkdirSync(join(generation.folder, 'items/a/files'), { recursive: true });
    writeFileSync(join(generation.folder, 'items/a/files/附件.pdf'), 'x');
  };
  seed();
  seed(store.startNext());
  store.switchToNext();
  seed(store.startNext());
  store.removeEverywhere(['/items/a/'], ['/items/a/']);
  for (const generation of [store.current, store.next, store.previous]) {
    expect(generation?.read('/items/a/')).toBeNull();
    expect(existsSync(join(generation?.folder ?? '', 'items/a'))).toBe(false);
    expect(generation?.pathsWith(['item:a'])).toEqual([]);
  }
});

describe('a damaged index', () => {
  const damage = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]);

  test.each([
    ['is no database', () => Buffer.from('nothing of the kind'.repeat(500))],
    ['lost all but its first page', damage],
    ['is empty', () => Buffer.alloc(0)],
  ])('that %s is begun anew at the start: its pages are made when they are asked for', async (_what, make) => {
    write('/', 'x');
    await store.close();
    const file = join(root, `${store.current.name}.index`);
    writeFileSync(file, make(readFileSync(file)));
    store = new PageStore({ root, log, shownAt: () => ({ kind: 'position', seq: 0, approval: null }) });
    expect(read('/')).toBeNull();
    write('/', 'y');
    expect(read('/')).toBe('y');
  });

  test('is noticed and mended while it is in use', async () => {
    write('/', 'x');
    expect(store.mend()).toBe(false);
    const file = join(root, `${store.current.name}.index`);
    for (let n = 0; n < 500; n += 1) write(`/items/a-${n}/`, 'x');
    await reopen();
    writeFileSync(file, damage(readFileSync(file)));
    expect(store.mend()).toBe(true);
    expect(store.mend()).toBe(false);
    write('/', 'y');
    expect(read('/')).toBe('y');
  });
});
