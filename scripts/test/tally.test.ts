import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Tally } from './tally.ts';
import { type Counts, countIn } from './vitest-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As vitest writes it: the outermost suite, the test, what became of it. */
function reportOf(...tests: readonly (readonly [suite: string, title: string, status: string])[]): Counts | null {
  const path = join(folder, 'report.json');
  const assertionResults = tests.map(([suite, title, status]) => ({
    ancestorTitles: suite === '' ? [] : [suite],
    fullName: `${suite} ${title}`.trim(),
    title,
    status,
  }));
  writeFileSync(path, JSON.stringify({ testResults: [{ assertionResults }] }));
  return countIn(path);
}

const CORPUS = ['handbook: the corpus', 'arrives whole', 'skipped'] as const;
const DISK = ['', 'a full disk', 'pending'] as const;
const WELL = ['addresses', 'are stable', 'passed'] as const;

describe('Tally', () => {
  test('a skipped test is counted, and a step with one has not passed', () => {
    const tally = new Tally({ hasHandbook: true });
    expect(tally.add(true, reportOf(WELL, DISK))).toEqual([{ suite: '', name: 'a full disk' }]);
    expect(tally.summary('3')).toBe('1 passed, 1 failed, 1 skipped in 3 s');
  });

  test('a suite of the handbook may be skipped where there is none, and is named', () => {
    const tally = new Tally({ hasHandbook: false });
    expect(tally.add(true, reportOf(WELL, CORPUS, CORPUS))).toEqual([]);
    expect(tally.summary('3')).toMatchInlineSnapshot(`
      "Skipped, because GONGKAI_HANDBOOK names no handbook: "handbook: the corpus"
      1 passed, 0 failed, 2 skipped in 3 s"
    `);
  });

  test('nothing excuses it where there is one', () => {
    expect(new Tally({ hasHandbook: true }).add(true, reportOf(CORPUS))).toHaveLength(1);
  });

  test('a step that counts nothing counts as one', () => {
    const tally = new Tally({ hasHandbook: true });
    tally.add(true, null);
    tally.add(false, null);
    expect(tally.summary('3')).toBe('1 passed, 1 failed, 0 skipped in 3 s');
  });

  test('a step that failed without a failed test counts as a failure', () => {
    const tally = new Tally({ hasHandbook: true });
    tally.add(false, reportOf(WELL));
    expect(tally.summary('3')).toBe('1 passed, 1 failed, 0 skipped in 3 s');
  });
});

test('countIn() gives null when vitest wrote no report', () => {
  expect(countIn(join(folder, 'none.json'))).toBeNull();
});
