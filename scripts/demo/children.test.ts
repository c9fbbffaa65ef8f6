import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Children } from './children.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function start(program: string) {
  return new Children().start({
    name: 'site',
    command: process.execPath,
    args: ['-e', program],
    cwd: folder,
    env: process.env,
    logPath: join(folder, 'site.log'),
  });
}

test('every line a child writes is in its log, with the name of the child', async () => {
  await start('console.log("one"); console.error("two")').ended;
  const log = readFileSync(join(folder, 'site.log'), 'utf8');
  expect(log).toContain('[site] one\n');
  expect(log).toContain('[site] two\n');
});

test('a child says how it ended', async () => {
  expect(await start('process.exit(3)').ended).toBe('exit code 3');
});

test('stop() ends a grandchild that ignores the request', async () => {
  const grandchild = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
  const child = start(
    `const c = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'ignore' });
     console.log(c.pid); setInterval(() => {}, 1000)`,
  );
  while (child.tail() === '') await sleep(20);
  const pid = Number(child.tail());
  await child.stop();
  await expect.poll(() => isAlive(pid)).toBe(false);
});

/** A process that nobody has waited for yet is still listed, as a zombie. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
