import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Children, type Child, type ChildInput } from './children.ts';
import { markSeeded, seedOnce } from './seed.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'seed-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

/** Ends with 0 whatever happened, as Strapi does when it is told to stop. */
class SeedThatEnds extends Children {
  readonly args: string[][] = [];
  readonly #work: () => void;

  constructor(work: () => void) {
    super();
    this.#work = work;
  }

  override start(input: ChildInput): Child {
    this.args.push(input.args.slice(1));
    this.#work();
    return {
      name: 'seed',
      logPath: input.logPath,
      ended: Promise.resolve('exit code 0'),
      tail: () => '',
      stop: () => Promise.resolve(),
    };
  }
}

function seed(children: Children, sitePort = 4321): Promise<void> {
  return seedOnce({ dataDir, sitePort, env: {}, children, onStart: () => {}, onEnd: () => {} });
}

test('a seed that was cut off does not count, although its process ended well', async () => {
  await expect(seed(new SeedThatEnds(() => {}))).rejects.toThrow(/was not loaded/);
});

test('what a seed that was cut off left behind is removed before the next one', async () => {
  const half = () => {
    mkdirSync(join(dataDir, 'cms'));
    writeFileSync(join(dataDir, 'cms/data.db'), 'half');
  };
  await expect(seed(new SeedThatEnds(half))).rejects.toThrow(/was not loaded/);
  await seed(new SeedThatEnds(() => markSeeded(dataDir, 4321)));
  expect(existsSync(join(dataDir, 'cms/data.db'))).toBe(false);
});

test('a database that no seed began is refused, and stays', async () => {
  mkdirSync(join(dataDir, 'cms'));
  writeFileSync(join(dataDir, 'cms/data.db'), 'of a department');
  const children = new SeedThatEnds(() => markSeeded(dataDir, 4321));
  await expect(seed(children)).rejects.toThrow(/not the demo's and is not overwritten/);
  expect(children.args).toEqual([]);
  expect(readFileSync(join(dataDir, 'cms/data.db'), 'utf8')).toBe('of a department');
});

test('a database is refused also when its seed was finished and the marker of that is lost', async () => {
  const children = new SeedThatEnds(() => {
    mkdirSync(join(dataDir, 'cms'), { recursive: true });
    writeFileSync(join(dataDir, 'cms/data.db'), 'worked on since');
    markSeeded(dataDir, 4321);
  });
  await seed(children);
  rmSync(join(dataDir, 'seeded.json'));
  await expect(seed(children)).rejects.toThrow(/is not overwritten/);
  expect(existsSync(join(dataDir, 'cms/data.db'))).toBe(true);
});

test('a data directory is filled once', async () => {
  const children = new SeedThatEnds(() => markSeeded(dataDir, 4321));
  await seed(children);
  await seed(children);
  expect(children.args).toEqual([[]]);
});

test('at a start on another port the CMS is told where the site is, and keeps what it has', async () => {
  mkdirSync(join(dataDir, 'cms'));
  markSeeded(dataDir, 4321);
  const children = new SeedThatEnds(() => markSeeded(dataDir, 5000));
  await seed(children, 5000);
  expect(children.args).toEqual([['--site-moved']]);
  expect(existsSync(join(dataDir, 'cms'))).toBe(true);
});
