import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Lock {
  release(): void;
}

/** Takes the lock at `path`, or gives the process that holds it. A lock whose process is gone counts for nothing. */
export function tryLock(path: string): Lock | { heldBy: number } {
  mkdirSync(dirname(path), { recursive: true });
  // A link appears together with its content; a file written in place is empty for a moment.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return { release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const heldBy = holderOf(path);
      if (heldBy !== null) return { heldBy };
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits until the lock at `path` is free, and takes it. `onWait` is called once, with the process waited for. */
export async function lock(path: string, onWait: (pid: number) => void): Promise<Lock> {
  let hasWaited = false;
  for (;;) {
    const taken = tryLock(path);
    if ('release' in taken) return taken;
    if (!hasWaited) onWait(taken.heldBy);
    hasWaited = true;
    await sleep(300);
  }
}

function holderOf(path: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}
