import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManifestSeal } from '../../site/theme/src/node/manifest-seal.ts';
import { NodeKey } from '../../site/theme/src/node/node-key.ts';
import { PageStore } from '../../site/theme/src/node/page-store.ts';
import { sampleFolder } from '../../tests/support/sample-folder.ts';
import { compareFiles, flawOf, folderAt, parseManifest, type Difference, type Manifest } from './compare.ts';

let folder: string;
let pages: PageStore;
let key: NodeKey;
let seal: ManifestSeal;
let position = 7;

beforeEach(() => {
  folder = sampleFolder('manifest');
  const approval = { id: 'decision-3', contentHash: 'a'.repeat(64) };
  const log = { info() {}, warn() {}, error() {} };
  pages = new PageStore({
    root: join(folder, 'pages'),
    log,
    shownAt: (path) =>
      path.startsWith('/items/')
        ? { kind: 'version', seq: 3, approval }
        : { kind: 'position', seq: position, approval: null },
  });
  key = new NodeKey(join(folder, 'node-key.pem'));
  position = 7;
  seal = new ManifestSeal({
    pages,
    key,
    facts: () => ({ site: 'https://x.test', feedId: 'f', position }),
    now: () => '2026-11-28T00:00:00.000Z',
  });
  for (const path of ['/', '/items/a/', '/items/b/', '/feed.xml']) write(path, path);
  const file = join(folder, 'source');
  writeFileSync(file, '附件');
  pages.current.placeFile(file, '/items/a/files/附件.txt', 'b'.repeat(64));
});
afterEach(async () => {
  await pages.close();
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  pages.current.write(path, Buffer.from(text), 'text/html', ['home']);
}

async function manifestText(): Promise<string> {
  let text = '';
  for await (const line of seal.lines()) text += line;
  return text;
}

const flawIn = (text: string) => flawOf(parseManifest(text), key.publicKey);

async function differences(text: string): Promise<Difference[]> {
  const found: Difference[] = [];
  await compareFiles(parseManifest(text) as Manifest, folderAt(pages.current.folder), (each) => void found.push(each));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

describe('the manifest of a node', () => {
  test('names every public file, what it shows, and the approval', async () => {
    const text = await manifestText();
    expect(flawIn(text)).toBeNull();
    const { head, rows } = parseManifest(text) as Manifest;
    expect(head).toMatchObject({ format: 'disclosure-manifest/1', position: 7, files: 5, generation: 'generation-1' });
    expect(rows.map(({ path }) => path)).toEqual([
      '/',
      '/feed.xml',
      '/items/a/',
      '/items/a/files/附件.txt',
      '/items/b/',
    ]);
    expect(rows[0]).toMatchObject({ version: null, position: 7, approval: null });
    expect(rows[2]).toMatchObject({ version: 3, position: null, approval: { id: 'decision-3' }, size: 9 });
  });

  test('follows what changes, and is signed anew for a position at which no file changed', async () => {
    await manifestText();
    write('/items/b/', 'another');
    pages.current.remove('/feed.xml');
    pages.current.removeFolder('/items/a/files');
    position = 8;
    const text = await manifestText();
    expect(flawIn(text)).toBeNull();
    expect(parseManifest(text)?.head).toMatchObject({ files: 3, position: 8 });
    position = 9;
    expect(parseManifest(await manifestText())?.head.position).toBe(9);
  });

  test('of a generation that is switched to is its own', async () => {
    await manifestText();
    const next = pages.startNext();
    next.write('/', Buffer.from('next'), 'text/html', ['home']);
    pages.switchToNext();
    const text = await manifestText();
    expect(flawIn(text)).toBeNull();
    expect(parseManifest(text)?.head).toMatchObject({ files: 1, generation: 'generation-2' });
  });

  test('is the same after a restart', async () => {
    const before = await manifestText();
    await pages.close();
    pages = new PageStore({
      root: join(folder, 'pages'),
      log: { info() {}, warn() {}, error() {} },
      shownAt: () => ({ kind: 'position', seq: position, approval: null }),
    });
    seal = new ManifestSeal({
      pages,
      key: new NodeKey(join(folder, 'node-key.pem')),
      facts: () => ({ site: 'https://x.test', feedId: 'f', position }),
      now: () => '2026-11-29T00:00:00.000Z',
    });
    expect(await manifestText()).toBe(before);
    write('/', 'x');
    expect(flawIn(await manifestText())).toBeNull();
  });
});

describe('a manifest that was tampered with', () => {
  test.each([
    ['signature', (text: string) => text.replace('"position":7', '"position":8')],
    ['rows', (text: string) => text.replace('"size":9', '"size":8')],
    ['rows', (text: string) => text.split('\n').toSpliced(2, 1).join('\n')],
    ['unreadable', () => '<!doctype html>'],
  ] as const)('has a flaw: %s', async (flaw, tamper) => {
    expect(flawIn(tamper(await manifestText()))).toBe(flaw);
  });

  test('was not signed with another key', async () => {
    const other = new NodeKey(join(folder, 'other.pem'));
    expect(flawOf(parseManifest(await manifestText()), other.publicKey)).toBe('signature');
  });
});

test('files that are not as the manifest says are named', async () => {
  const text = await manifestText();
  appendFileSync(join(pages.current.folder, 'index.html'), 'x');
  rmSync(join(pages.current.folder, 'feed.xml'));
  mkdirSync(join(pages.current.folder, 'evil'));
  writeFileSync(join(pages.current.folder, 'evil/a.php'), 'x');
  expect(await differences(text)).toEqual([
    { path: '/', way: 'altered' },
    { path: '/evil/a.php', way: 'added' },
    { path: '/feed.xml', way: 'missing' },
    // The sample says another hash than that of its bytes.
    { path: '/items/a/files/附件.txt', way: 'altered' },
  ]);
});

test('the key of a node is its own account’s alone, and stays', () => {
  const file = join(folder, 'node-key.pem');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new NodeKey(file).publicKey).toBe(key.publicKey);
  expect(readFileSync(file, 'utf8')).not.toContain(key.publicKey);
  writeFileSync(file, 'no key');
  expect(() => new NodeKey(file)).toThrow('restore it, or remove it');
});
