import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { lstat, opendir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Generation } from './generation.ts';
import type { Log } from './log.ts';
import type { Shown } from './manifest.ts';

/** Begins the names of what is being removed. */
const REMOVED = 'removed-';

export interface PageStoreParts {
  readonly root: string;
  /** What the page of an address shows, asked when it is written. */
  readonly shownAt: (path: string) => Shown;
  readonly log: Log;
  /** Told whenever another generation is served. */
  readonly onServe?: () => void;
}

/**
 * All pages as files: `current` is a link to the generation that is served; a rebuild fills `next` and switches the link
 * in one step. `previous` is the way back: withdrawals reach it at once, other changes are only marked in it.
 */
export class PageStore {
  readonly root: string;
  readonly #parts: PageStoreParts;
  #current: Generation;
  #next: Generation | null = null;
  #previous: Generation | null = null;
  #isClosed = false;
  #removal: Promise<void> = Promise.resolve();

  constructor(parts: PageStoreParts) {
    const { root } = parts;
    this.root = root;
    this.#parts = parts;
    mkdirSync(root, { recursive: true });
    // What an earlier process had not yet put into its place.
    rmSync(join(root, 'fresh'), { recursive: true, force: true });
    mkdirSync(join(root, 'fresh'));
    const name = linkedName(root) ?? this.#newName();
    this.#current = this.#open(name);
    if (linkedName(root) !== name) this.#link(name);
    const previous = this.#current.noted('previous');
    if (previous !== null && existsSync(join(root, previous))) this.#previous = this.#open(previous);
    this.#removeOthers();
  }

  /** The generation that is served. */
  get current(): Generation {
    return this.#current;
  }

  /** The generation being filled, or null. */
  get next(): Generation | null {
    return this.#next;
  }

  /** The generation that was served before, or null. */
  get previous(): Generation | null {
    return this.#previous;
  }

  /** The generations that every change is rendered into. */
  get live(): Generation[] {
    return this.#next ? [this.#current, this.#next] : [this.#current];
  }

  startNext(): Generation {
    this.abandonNext();
    this.#next = this.#open(this.#newName());
    return this.#next;
  }

  abandonNext(): void {
    if (!this.#next) return;
    this.#next.close();
    this.#next = null;
    this.#removeOthers();
  }

  /** Serves the filled generation from now on; the one served until now becomes the way back. */
  switchToNext(): void {
    if (!this.#next) throw new RangeError('Cannot switch: no generation is being filled');
    const former = this.#previous;
    this.#serve(this.#next);
    this.#next = null;
    former?.close();
    this.#removeOthers();
  }

  /** Serves the generation before again. The caller has brought it up to date. */
  switchBack(): void {
    if (!this.#previous) throw new RangeError('Cannot switch back: there is no generation before');
    this.#serve(this.#previous);
  }

  /** Takes pages and the folders of items' files out of every generation there is. */
  removeEverywhere(paths: readonly string[], folders: readonly string[]): void {
    for (const generation of [...this.live, this.#previous]) {
      for (const path of paths) generation?.remove(path);
      for (const folder of folders) generation?.removeFolder(folder);
    }
  }

  /** Links to the generation that is served again where somebody made the link lead elsewhere. Whether they had. */
  holdLink(): boolean {
    if (linkOf(this.root) === this.#current.name) return false;
    rmSync(join(this.root, 'current'), { recursive: true, force: true });
    this.#link(this.#current.name);
    return true;
  }

  /** Mends what indexes are damaged. Whether there was one: the pages have to be made anew. */
  mend(): boolean {
    return [this.#current, this.#previous].filter((generation) => generation?.mend()).length > 0;
  }

  /** What is still being removed then is left to the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const generation of [this.#next, this.#previous, this.#current]) generation?.close();
    await this.#removal;
  }

  #serve(generation: Generation): void {
    generation.note('previous', this.#current.name);
    this.#link(generation.name);
    this.#previous = this.#current;
    this.#current = generation;
    this.#parts.onServe?.();
  }

  #open(name: string): Generation {
    return new Generation({ root: this.root, name, shownAt: this.#parts.shownAt });
  }

  #newName(): string {
    const taken = readdirSync(this.root).flatMap((name) => /^generation-(\d+)$/.exec(name)?.[1] ?? []);
    return `generation-${Math.max(0, ...taken.map(Number)) + 1}`;
  }

  #link(name: string): void {
    const link = join(this.root, 'current');
    rmSync(`${link}.new`, { force: true });
    symlinkSync(name, `${link}.new`);
    renameSync(`${link}.new`, link);
  }

  /** Takes away what is neither served, nor being filled, nor the way back. The files go aside, which takes a while. */
  #removeOthers(): void {
    const kept = new Set([this.#current, this.#previous, this.#next].map((generation) => generation?.name));
    for (const entry of readdirSync(this.root)) {
      const name = /^(generation-\d+)(?:\.index(?:-wal|-shm)?)?$/.exec(entry)?.[1];
      if (name === undefined || kept.has(name)) continue;
      // Under a name that is never given again: a generation may come that is called as this one was.
      renameSync(join(this.root, entry), join(this.root, `${REMOVED}${randomUUID()}`));
    }
    this.#removal = this.#removal.then(() => this.#emptyRemoved());
  }

  async #emptyRemoved(): Promise<void> {
    try {
      for (const entry of readdirSync(this.root).filter((name) => name.startsWith(REMOVED))) {
        await removeAside(join(this.root, entry), () => this.#isClosed);
      }
    } catch (error) {
      this.#parts.log.error(
        'Cannot remove pages that are no longer needed, trying again after the next rebuild',
        error,
      );
    }
  }
}

function linkedName(root: string): string | null {
  const name = linkOf(root);
  return name !== null && /^generation-\d+$/.test(name) && existsSync(join(root, name)) ? name : null;
}

/** Where the link leads; null where there is none, or something else in its place. */
function linkOf(root: string): string | null {
  try {
    return readlinkSync(join(root, 'current'));
  } catch (error) {
    if (['ENOENT', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** One file after the other, so that nothing a visitor asks of the disk waits behind all of them. */
async function removeAside(path: string, shouldStop: () => boolean): Promise<void> {
  const state = await lstat(path);
  if (!state.isDirectory()) return unlink(path);
  for await (const { name } of await opendir(path)) {
    if (shouldStop()) return;
    await removeAside(join(path, name), shouldStop);
  }
  if (!shouldStop()) await rmdir(path);
}
