import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lock, tryLock } from './lock.ts';

let path: string;

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'lock-')), 'demo.lock');
});

afterEach(() => {
  rmSync(join(path, '..'), { recursive: true });
});

test('tryLock() names the process that holds the lock', () => {
  tryLock(path);
  expect(tryLock(path)).toEqual({ heldBy: process.pid });
});

test('tryLock() takes a lock whose process is gone', () => {
  writeFileSync(path, '4194304');
  expect(tryLock(path)).toHaveProperty('release');
});

test('lock() waits for the lock, says for whom once, and then has it', async () => {
  const first = tryLock(path);
  const waitedFor: number[] = [];
  const second = lock(path, (pid) => waitedFor.push(pid));
  if ('release' in first) first.release();
  await second;
  expect(waitedFor).toEqual([process.pid]);
  expect(tryLock(path)).toEqual({ heldBy: process.pid });
});
