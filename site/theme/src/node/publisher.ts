import { DisclosureError, type IsoInstant, type Receipt } from 'disclosure-contract';
import type { AttachmentStore } from './attachment-store.ts';
import type { ContentStore, Effects } from './content-store.ts';
import type { FeedClient } from './feed-client.ts';
import type { Log } from './log.ts';
import type { Generation } from './generation.ts';
import { itemPageAt, itemPathOf } from './item-path.ts';
import type { PageStore } from './page-store.ts';
import { batchesOf, type Press, type Printed } from './press.ts';
import { pagesTouched } from './touched-pages.ts';

/** What rendering an address gave. `page` answers are stored; the others mean that no file may stand there. */
export type Rendered =
  { kind: 'page'; body: Buffer; contentType: string; tags: string[] } | { kind: 'no_page'; status: number };

export interface PublisherParts {
  readonly content: () => ContentStore;
  readonly pages: PageStore;
  readonly attachments: AttachmentStore;
  readonly client: FeedClient | null;
  readonly render: (path: string) => Promise<Rendered>;
  readonly press: Press;
  readonly now: () => IsoInstant;
  /** Asked before every page: whether the node is to stop. What is left is then done at the next start. */
  readonly shouldStop: () => boolean;
  readonly log: Log;
}

/** Of the pages that a change touches, so many are made at once; old pages of a year beyond them wait for a visitor. */
const EAGER_PAGES = 60;
/** Items that show something of a category are made at once up to this number; the change after this one is waiting. */
const EAGER_ITEMS = 500;
/** Items whose files a rebuild places before others get their turn. */
const FILES_AT_ONCE = 50;
/** A rebuild in which more pages than this cannot be made is given up: the templates are to blame, not the pages. */
const MOST_FAILURES = 50;

export interface RebuildOptions {
  /** Identifies the templates the pages are made with. */
  readonly buildId: string;
  /** Called between batches: changes that arrive during a rebuild are settled there. */
  readonly meanwhile: () => Promise<void>;
}

export interface Rebuilt {
  readonly pages: number;
  readonly durationMs: number;
}

/** Keeps the pages equal to the content store. Its methods are called one after the other. */
export class Publisher {
  readonly #parts: PublisherParts;
  #isRebuilding = false;
  /** Receipts that named a problem, with the pages that are still not made. */
  #troubled: { readonly receipt: Receipt; readonly paths: Set<string> }[] = [];
  #mended: Receipt[] = [];
  /** What was settled since the rebuild began: batches that come in may have been made before. */
  #settledMeanwhile: Effects[] = [];

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  get isRebuilding(): boolean {
    return this.#isRebuilding;
  }

  /**
   * Brings the pages in line with what is pending: what is gone goes first, then the items' own pages, then what lists
   * them. Gives one receipt for each change, and none when it was stopped. A page that cannot be made keeps its old file,
   * is named as a problem, and is tried again by {@link repair}.
   */
  async settle(pending: readonly Effects[]): Promise<Receipt[]> {
    const { pages, content, now, shouldStop } = this.#parts;
    const startedAt = performance.now();
    this.removeGone(pending);
    if (this.#isRebuilding) this.#settledMeanwhile.push(...pending);

    const { own, touched } = pagesTouched(pending, pages.live);
    const problems = new Map<string, string>();
    for (const path of own) {
      if (shouldStop()) return [];
      await this.#make(path, problems);
    }
    const visibleAt = now();

    const tags = pending.flatMap((effects) => effects.tags);
    const { eager, late, soon } = byUrgency([...touched]);
    for (const generation of pages.live) {
      generation.transaction(() => {
        for (const path of [...late, ...soon]) generation.remove(path);
        generation.markStale(soon);
      });
    }
    for (const path of eager) {
      if (shouldStop()) return [];
      await this.#make(path, problems);
    }
    pages.previous?.markStale([...own, ...pages.previous.pathsWith(tags)]);
    // What is served during a rebuild is the way back afterwards, perhaps to other templates than made these pages.
    if (pages.next) pages.current.markStale([...own, ...touched]);

    content().settle(pending.map((effects) => effects.seq));
    const durationMs = Math.round(performance.now() - startedAt);
    const anyProblem = problems.values().next().value ?? null;
    const receipts = pending.map(({ seq, item }) => ({
      seq,
      pages: own.size + touched.size,
      durationMs,
      visibleAt,
      problem: (item && problems.get(item.path)) ?? anyProblem,
    }));
    if (problems.size > 0) {
      this.#troubled.push(...receipts.map((receipt) => ({ receipt, paths: new Set(problems.keys()) })));
    }
    return receipts;
  }

  /** Receipts once more, without the problem that was mended since. */
  takeMended(): Receipt[] {
    const mended = this.#mended;
    this.#mended = [];
    return mended;
  }

  /** Pages and files that must not be served any more, in every generation. */
  removeGone(pending: readonly Effects[]): void {
    const { content, attachments, pages } = this.#parts;
    for (const sha256 of pending.flatMap((effects) => effects.files)) {
      if (!content().isFileUsed(sha256)) attachments.remove(sha256);
    }
    const gone = pending.flatMap((effects) => effects.gone);
    if (gone.length > 0) pages.removeEverywhere(gone, gone);
  }

  /** Makes the pages anew that bear one of these tags, outside any change: a day turned. */
  async refresh(tags: readonly string[]): Promise<void> {
    const { current, previous } = this.#parts.pages;
    const paths = current.pathsWith(tags);
    // Noted first: what a stop interrupts is made later.
    current.markStale(paths);
    previous?.markStale(previous.pathsWith(tags));
    for (const path of paths) {
      if (this.#parts.shouldStop()) return;
      await this.repair(path);
    }
  }

  /** Places the files of an item again, from bytes that are what they should be, and makes its page again. */
  async repairFiles(page: string): Promise<void> {
    const { content, attachments } = this.#parts;
    for (const { sha256 } of content().filesAt(page)) await attachments.discardIfAltered(sha256);
    await this.repair(page);
  }

  /** Makes the pages again that were marked as stale, so many at a time. */
  async makeStale(limit: number, shouldStop: () => boolean): Promise<void> {
    for (const path of this.#parts.pages.current.stale(limit)) {
      if (shouldStop()) return;
      await this.repair(path);
    }
  }

  /** Makes one page again, with its files. */
  async repair(path: string): Promise<void> {
    const problems = new Map<string, string>();
    await this.#make(path, problems);
    if (problems.size > 0) return;
    for (const { paths } of this.#troubled) paths.delete(path);
    const mended = this.#troubled.filter(({ paths }) => paths.size === 0);
    this.#troubled = this.#troubled.filter(({ paths }) => paths.size > 0);
    this.#mended.push(...mended.map(({ receipt }) => ({ ...receipt, visibleAt: this.#parts.now(), problem: null })));
  }

  /**
   * Makes every page in a fresh generation and switches to it in one step. A page that cannot be made is taken over as it
   * was and tried again by {@link repair}. Gives null when it was stopped: then the pages are what they were.
   */
  async rebuild({ buildId, meanwhile }: RebuildOptions): Promise<Rebuilt | null> {
    const { pages, content, press, log, shouldStop } = this.#parts;
    const startedAt = performance.now();
    const generation = pages.startNext();
    this.#isRebuilding = true;
    this.#settledMeanwhile = [];
    try {
      let done = 0;
      let failures = 0;
      for await (const printed of press.run(content().paths(), generation.folder, shouldStop)) {
        if (shouldStop()) return null;
        failures += this.#enter(printed, generation);
        if (failures > MOST_FAILURES)
          throw new DisclosureError('render_failed', 'Cannot make the pages anew: too many fail');
        for (const path of overtaken(printed, this.#settledMeanwhile)) await this.#make(path, new Map());
        done += printed.pages.length;
        await meanwhile();
      }
      if (shouldStop()) return null;
      for (const batch of batchesOf(content().pagesWithFiles(), FILES_AT_ONCE)) {
        for (const page of batch) {
          if (shouldStop()) return null;
          await this.#tryPlaceFiles(page, generation);
        }
        // Links are made without waiting for anything: requests and changes get their turn.
        await new Promise((resolve) => setImmediate(resolve));
        await meanwhile();
      }
      await meanwhile();
      generation.note('build', buildId);
      generation.note('complete', 'yes');
      pages.switchToNext();
      const durationMs = Math.round(performance.now() - startedAt);
      log.info(`Made ${done} pages anew in ${durationMs} ms`);
      return { pages: done, durationMs };
    } finally {
      this.#isRebuilding = false;
      this.#settledMeanwhile = [];
      pages.abandonNext();
    }
  }

  /** Enters a batch into the generation that is being filled. How many of its pages could not be made. */
  #enter({ pages: printed }: Printed, generation: Generation): number {
    const { pages, log } = this.#parts;
    let failures = 0;
    generation.transaction(() => {
      for (const page of printed) {
        if (page.kind === 'page') generation.enter(page.path, page.contentType, page.tags, page.file);
        if (page.kind !== 'failed') continue;
        failures += 1;
        log.error(`Cannot make the page ${page.path}, its old version stays: ${page.reason}`);
        takeOver(page.path, pages.current, generation);
      }
    });
    return failures;
  }

  /** Brings the generation before up to date and serves it again: the way back after a bad build. */
  async switchBack(): Promise<void> {
    const { pages, log, shouldStop } = this.#parts;
    const { previous } = pages;
    if (!previous) return;
    for (const path of previous.stale(Number.MAX_SAFE_INTEGER)) {
      if (shouldStop()) return;
      await this.#tryPlaceFilesOf(path, previous);
      const rendered = await this.#tryRender(path);
      if (rendered?.kind === 'page') previous.write(path, rendered.body, rendered.contentType, rendered.tags);
      else if (rendered) previous.remove(path);
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
      for (const generation of pages.live) generation.markStale([path]);
      log.error(`Cannot make the page ${path}: its old version stays`, error);
    }
  }

  /** A page during whose rendering the content changed is rendered again. */
  async #render(path: string): Promise<Rendered> {
    for (;;) {
      const { version } = this.#parts.content();
      const rendered = await this.#parts.render(path);
      if (rendered.kind === 'no_page' && rendered.status >= 500) {
        throw new DisclosureError('render_failed', `Rendering ${path} answered ${rendered.status}`, {
          status: rendered.status,
        });
      }
      if (version === this.#parts.content().version) return rendered;
    }
  }

  /** As {@link #render}; null where it fails. */
  async #tryRender(path: string): Promise<Rendered | null> {
    try {
      return await this.#render(path);
    } catch (error) {
      this.#parts.log.error(`Cannot make the page ${path}: its old version stays`, error);
      return null;
    }
  }

  async #placeFilesOf(path: string, generations: readonly Generation[]): Promise<void> {
    if (itemPageAt(path) !== null) await this.#placeFiles(path, generations);
  }

  async #tryPlaceFilesOf(path: string, generation: Generation): Promise<void> {
    if (itemPageAt(path) !== null) await this.#tryPlaceFiles(path, generation);
  }

  /** Places an item's files; those that cannot be fetched are fetched when its page is made again. */
  async #tryPlaceFiles(page: string, generation: Generation): Promise<void> {
    try {
      await this.#placeFiles(page, [generation]);
    } catch (error) {
      if (isOfDisk(error)) throw error;
      generation.markStale([page]);
      this.#parts.log.error(`Cannot fetch the files of ${page}, trying again`, error);
    }
  }

  /** An item's files stand beside its page, and nothing else does. */
  async #placeFiles(page: string, generations: readonly Generation[]): Promise<void> {
    const { content, attachments, client } = this.#parts;
    const folder = `${page}files`;
    const files = content().filesAt(page);
    for (const file of files) if (client) await attachments.fetch(file, client);
    for (const generation of generations) {
      generation.removeFolder(folder);
      for (const { sha256, fileName } of files) {
        generation.placeFile(attachments.pathOf(sha256), `${folder}/${fileName}`, sha256);
      }
    }
  }
}

/** Copies a page as it stands, to be made again later. */
function takeOver(path: string, from: Generation, to: Generation): void {
  const page = from.read(path);
  if (page) to.write(path, page.body, page.contentType, from.tagsOf(path));
  to.markStale([path]);
}

/** Pages of a batch that show something which has changed since the batch was made. */
function overtaken({ position, pages }: Printed, settled: readonly Effects[]): string[] {
  const later = settled.filter(({ seq }) => seq > position);
  if (later.length === 0) return [];
  const tags = new Set(later.flatMap((effects) => effects.tags));
  return pages.filter((page) => page.kind === 'page' && page.tags.some((tag) => tags.has(tag))).map(({ path }) => path);
}

function isOfDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * Sitemaps grow with the archive, and nobody waits for them: they are made when they are asked for, and so are old lists.
 * Of very many items, those left over are made when somebody asks for them or when there is time, whichever comes first.
 */
function byUrgency(paths: readonly string[]): { eager: string[]; late: string[]; soon: string[] } {
  const isSitemap = (path: string) => /^\/sitemap[.-]/.test(path);
  const isOldList = (path: string) => /^\/catalogue\/[a-z0-9-]+\/\d{4}\/\d+\/$/.test(path);
  const isItem = (path: string) => itemPathOf(path) !== null;
  const lists = paths.filter(isOldList);
  const items = paths.filter(isItem);
  const prompt = paths.filter((path) => !isOldList(path) && !isSitemap(path) && !isItem(path));
  const room = Math.max(0, EAGER_PAGES - prompt.length - items.length);
  return {
    eager: [...prompt, ...items.slice(0, EAGER_ITEMS), ...lists.slice(0, room)],
    late: [...lists.slice(room), ...paths.filter(isSitemap)],
    soon: items.slice(EAGER_ITEMS),
  };
}
