import { addresses, DisclosureError, type IsoInstant, type Receipt } from 'disclosure-contract';
import type { AttachmentStore } from './attachment-store.ts';
import type { ContentStore, Effects } from './content-store.ts';
import type { FeedClient } from './feed-client.ts';
import type { Log } from './log.ts';
import type { Generation, PageStore } from './page-store.ts';

/** What rendering an address gave. `page` answers are stored; the others mean that no file may stand there. */
export type Rendered =
  | { kind: 'page'; body: Buffer; contentType: string; tags: string[] }
  | { kind: 'no_page'; status: number };

export interface PublisherParts {
  readonly content: () => ContentStore;
  readonly pages: PageStore;
  readonly attachments: AttachmentStore;
  readonly client: FeedClient | null;
  readonly render: (path: string) => Promise<Rendered>;
  readonly now: () => IsoInstant;
  readonly log: Log;
}

/** Of the pages that a change touches, so many are made at once; old pages of a year beyond them wait for a visitor. */
const EAGER_PAGES = 60;
/** A rebuild commits its index after this many pages and lets requests and changes through. */
const REBUILD_BATCH = 200;

export interface RebuildOptions {
  /** Identifies the templates the pages are made with. */
  readonly buildId: string;
  /** Called between batches: changes that arrive during a rebuild are settled there. */
  readonly meanwhile: () => Promise<void>;
}

/** Keeps the pages equal to the content store. Its methods are called one after the other. */
export class Publisher {
  readonly #parts: PublisherParts;
  #isRebuilding = false;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  get isRebuilding(): boolean {
    return this.#isRebuilding;
  }

  /**
   * Brings the pages in line with what is pending: what is gone goes first, then the items' own pages, then what lists
   * them. Gives one receipt for each change. A page that cannot be made keeps its old file, is named as a problem, and
   * is tried again by {@link repair}.
   */
  async settle(pending: readonly Effects[]): Promise<Receipt[]> {
    const { pages, content, now } = this.#parts;
    const startedAt = performance.now();
    this.removeGone(pending);

    const items = pending.flatMap((effects) => effects.item ?? []);
    const own = new Set(items.map((item) => addresses.item(item.slug)));
    const problems = new Map<string, string>();
    for (const path of own) await this.#make(path, problems);
    const visibleAt = now();

    const tags = [...new Set(pending.flatMap((effects) => effects.tags))];
    const touched = new Set(pages.live.flatMap((generation) => generation.pathsWith(tags)));
    for (const path of own) touched.delete(path);
    const { eager, late } = byUrgency([...touched]);
    for (const path of late) for (const generation of pages.live) generation.remove(path);
    for (const path of eager) await this.#make(path, problems);
    pages.previous?.markStale([...own, ...pages.previous.pathsWith(tags)]);

    content().settle(pending.map((effects) => effects.seq));
    const durationMs = Math.round(performance.now() - startedAt);
    const anyProblem = problems.values().next().value ?? null;
    return pending.map(({ seq, item }) => ({
      seq,
      pages: own.size + touched.size,
      durationMs,
      visibleAt,
      problem: (item && problems.get(addresses.item(item.slug))) ?? anyProblem,
    }));
  }

  /** Pages and files that must not be served any more, in every generation. */
  removeGone(pending: readonly Effects[]): void {
    const { content, attachments, pages } = this.#parts;
    for (const sha256 of pending.flatMap((effects) => effects.files)) {
      if (!content().isFileUsed(sha256)) attachments.remove(sha256);
    }
    const gone = pending.flatMap((effects) => effects.gone).map(addresses.item);
    if (gone.length > 0) pages.removeEverywhere(gone, gone);
  }

  /** Makes the pages anew that bear one of these tags, outside any change: a day turned. */
  async refresh(tags: readonly string[]): Promise<void> {
    for (const path of this.#parts.pages.current.pathsWith(tags)) await this.repair(path);
  }

  /** Makes one page again, with its files. */
  async repair(path: string): Promise<void> {
    await this.#make(path, new Map());
  }

  /** Makes every page in a fresh generation and switches to it in one step. */
  async rebuild({ buildId, meanwhile }: RebuildOptions): Promise<{ pages: number; durationMs: number }> {
    const { pages, content, log } = this.#parts;
    const startedAt = performance.now();
    const generation = pages.startNext();
    this.#isRebuilding = true;
    try {
      let done = 0;
      for (const batch of batchesOf(content().paths(), REBUILD_BATCH)) {
        generation.begin();
        for (const path of batch) {
          const rendered = await this.#render(path);
          if (rendered.kind === 'page') generation.write(path, rendered.body, rendered.contentType, rendered.tags);
          done += 1;
        }
        generation.commit();
        await meanwhile();
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (const { slug } of content().slugsWithFiles()) await this.#placeFiles(slug, [generation]);
      await meanwhile();
      generation.note('build', buildId);
      generation.note('complete', 'yes');
      pages.switchToNext();
      const durationMs = Math.round(performance.now() - startedAt);
      log.info(`Made ${done} pages anew in ${durationMs} ms`);
      return { pages: done, durationMs };
    } catch (error) {
      generation.commit();
      pages.abandonNext();
      throw error;
    } finally {
      this.#isRebuilding = false;
    }
  }

  /** Brings the generation before up to date and serves it again: the way back after a bad build. */
  async switchBack(): Promise<void> {
    const { pages, log } = this.#parts;
    const { previous } = pages;
    if (!previous) return;
    for (let stale = previous.stale(REBUILD_BATCH); stale.length > 0; stale = previous.stale(REBUILD_BATCH)) {
      for (const path of stale) {
        await this.#placeFilesOf(path, [previous]);
        const rendered = await this.#render(path);
        if (rendered.kind === 'page') previous.write(path, rendered.body, rendered.contentType, rendered.tags);
        else previous.remove(path);
      }
    }
    pages.switchBack();
    log.info(`Serving ${previous.name} again`);
  }

  async #make(path: string, problems: Map<string, string>): Promise<void> {
    const { pages, log } = this.#parts;
    try {
      await this.#placeFilesOf(path, pages.live);
      const rendered = await this.#render(path);
      for (const generation of pages.live) {
        if (rendered.kind === 'page') generation.write(path, rendered.body, rendered.contentType, rendered.tags);
        else generation.remove(path);
      }
    } catch (error) {
      problems.set(path, error instanceof DisclosureError ? error.code : 'render_failed');
      pages.current.markStale([path]);
      log.error(`Cannot make the page ${path}: its old version stays`, error);
    }
  }

  /** A page during whose rendering the content changed is rendered again. */
  async #render(path: string): Promise<Rendered> {
    for (;;) {
      const { version } = this.#parts.content();
      const rendered = await this.#parts.render(path);
      if (rendered.kind === 'no_page' && rendered.status >= 500) {
        throw new DisclosureError('render_failed', `Rendering ${path} answered ${rendered.status}`, { status: rendered.status });
      }
      if (version === this.#parts.content().version) return rendered;
    }
  }

  async #placeFilesOf(path: string, generations: readonly Generation[]): Promise<void> {
    const slug = /^\/items\/([a-z0-9-]+)\/$/.exec(path)?.[1];
    if (slug !== undefined) await this.#placeFiles(slug, generations);
  }

  /** An item's files stand beside its page, and nothing else does. */
  async #placeFiles(slug: string, generations: readonly Generation[]): Promise<void> {
    const { content, attachments, client } = this.#parts;
    const folder = `${addresses.item(slug)}files`;
    const files = content().filesOf(slug);
    for (const file of files) if (client) await attachments.fetch(file, client);
    for (const generation of generations) {
      generation.removeFolder(folder);
      for (const file of files) generation.placeFile(attachments.pathOf(file.sha256), `${folder}/${file.fileName}`);
    }
  }
}

function byUrgency(paths: readonly string[]): { eager: string[]; late: string[] } {
  const isOldList = (path: string) => /^\/catalogue\/[a-z0-9-]+\/\d{4}\/\d+\/$/.test(path);
  const prompt = paths.filter((path) => !isOldList(path));
  const lists = paths.filter(isOldList);
  const room = Math.max(0, EAGER_PAGES - prompt.length);
  return { eager: [...prompt, ...lists.slice(0, room)], late: lists.slice(room) };
}

function* batchesOf<Value>(values: Iterable<Value>, size: number): IterableIterator<Value[]> {
  let batch: Value[] = [];
  for (const value of values) {
    batch.push(value);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
