import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Folders of items have no pages in them, and there are as many as items with attachments. The sweep looks into them. */
const UNWATCHED_BELOW = '/items';
/** A system gives a limited number of watches to all its programs together. */
const MOST_WATCHES = 4000;

/**
 * Tells of everything that happens in the folders of pages, as soon as it happens. What the system loses, or cannot
 * watch, the sweep finds.
 */
export class PageWatch {
  readonly #folder: string;
  readonly #tell: (file: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(folder: string, tell: (file: string) => void) {
    this.#folder = folder;
    this.#tell = tell;
    this.#watchBelow('');
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watchBelow(folder: string): void {
    this.#watch(folder);
    if (folder === UNWATCHED_BELOW) return;
    for (const name of foldersIn(join(this.#folder, folder))) this.#watchBelow(`${folder}/${name}`);
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder) || this.#watchers.size >= MOST_WATCHES) return;
    try {
      const watcher = watch(join(this.#folder, folder), { persistent: false }, (event, name) => {
        if (name === null) return;
        this.#tell(`${folder}/${name}`);
        if (event === 'rename' && folder !== UNWATCHED_BELOW) this.#watchNew(`${folder}/${name}`);
      });
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
    } catch {
      // No watches left, or the folder went away.
    }
  }

  /** A folder that came, or came again: a watch is of the folder that was, whatever is called so. */
  #watchNew(folder: string): void {
    if (folder.endsWith('.html') || folder.endsWith('.xml')) return;
    this.#forget(folder);
    const parent = folder.slice(0, folder.lastIndexOf('/'));
    const name = folder.slice(parent.length + 1);
    if (foldersIn(join(this.#folder, parent)).includes(name)) this.#watchBelow(folder);
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}

/** Folders are few where pages are: whoever has many entries has them as files. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
