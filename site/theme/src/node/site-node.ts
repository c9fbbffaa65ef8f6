import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dayInChina, DisclosureError, type FeedPage, type IsoDate, type Receipt } from 'disclosure-contract';
import { AttachmentStore } from './attachment-store.ts';
import { checkContent } from './content-check.ts';
import { ContentStore } from './content-store.ts';
import { CorrectionSpool } from './correction-spool.ts';
import { contentViews } from './content-views.ts';
import { feedClient, type FeedClient } from './feed-client.ts';
import type { Log } from './log.ts';
import type { Generation } from './generation.ts';
import { IncidentLog } from './incident-log.ts';
import { inspectAside } from './inspection-thread.ts';
import { Inspector } from './inspector.ts';
import { ManifestSeal } from './manifest-seal.ts';
import { NodeKey } from './node-key.ts';
import { PageGuard } from './page-guard.ts';
import { PageStore } from './page-store.ts';
import { pressHere } from './press.ts';

import { pressInThreads } from './press-thread.ts';
import { Publisher, type Rendered } from './publisher.ts';
import { Previewer } from './previewer.ts';
import { isCorruption } from './rows.ts';
import type { NodeSettings } from './settings.ts';
import { tags } from './tags.ts';
import type { DisclosureLocals, NodeHealth } from './views.ts';

export interface SiteNodeParts {
  readonly settings: NodeSettings;
  /** Identifies the built templates: pages made by others are made anew. */
  readonly buildId: string;
  /** Renders an address through Astro, past the page store. */
  readonly render: (path: string, locals: DisclosureLocals) => Promise<Rendered>;
  /** A module that comes to `printInThread()`, `checkInThread()`, `inspectInThread()` and `sweepInThread()`: threads load it. Null: all is done in this one. */
  readonly threadModule: URL | null;
  readonly log: Log;
}

/** Past this many pending changes, making every page anew is quicker than following them one by one. */
const REBUILD_THRESHOLD = 2000;
const LONGEST_PAUSE_MS = 10_000;
/** However many answers fail, the content store is not read through more often. */
const CHECK_INTERVAL_MS = 60_000;
const RECEIPTS_PER_REPORT = 500;
const INCIDENTS_PER_REPORT = 100;
const CORRECTIONS_PER_REPORT = 50;
/** Pages made again in one round of the loop, after what is newer. */
const STALE_PER_ROUND = 200;
/** Receipts that wait for a CMS which does not take them. */
const MOST_RECEIPTS = 5000;

/**
 * A site node: follows the feed, keeps the content store and the pages equal to it, and reports what it did. Everything
 * runs in one loop, so that no two changes are worked on at a time.
 */
export class SiteNode {
  readonly #parts: SiteNodeParts;
  readonly #client: FeedClient | null;
  readonly #contentFile: string;
  readonly #claim: DatabaseSync;
  readonly #publisher: Publisher;
  readonly #attachments: AttachmentStore;
  readonly #guard: PageGuard;
  readonly #incidents: IncidentLog;
  readonly #seal: ManifestSeal;
  readonly #inspector: Inspector;
  /** Asked for at the start and every day: the CMS may have another secret since. */
  #knowsCorrectionKey = false;
  #madeStaleAt = 0;
  #checkedAt = 0;
  readonly pages: PageStore;
  readonly corrections: CorrectionSpool;
  readonly locals: DisclosureLocals;
  readonly previewer: Previewer;
  #content: ContentStore;
  #last = 0;
  #readAt: number | null = null;
  #triedAt = 0;
  /** The day that changes are applied on. */
  #today: IsoDate;
  /** The day that the pages are made for, or null before they were looked through. */
  #turnedOn: IsoDate | null = null;
  readonly #stop = new AbortController();
  #unreported: Receipt[] = [];
  #reportedPosition: number | null = null;
  #problem: string | null = null;
  #isStopped = false;
  #wasNudged = false;
  #wake: (() => void) | null = null;
  #loop: Promise<void> = Promise.resolve();

  constructor(parts: SiteNodeParts) {
    const { settings, log } = parts;
    this.#parts = parts;
    mkdirSync(settings.folder, { recursive: true });
    this.#claim = claimFolder(settings.folder);
    this.#contentFile = join(settings.folder, 'content.db');
    this.#content = openOrReplace(this.#contentFile, log);
    this.pages = new PageStore({
      root: join(settings.folder, 'pages'),
      shownAt: (path) => this.#content.shownAt(path),
      log,
      onServe: () => this.#guard.guard(),
    });
    this.corrections = new CorrectionSpool(join(settings.folder, 'corrections'));
    this.#incidents = new IncidentLog(join(settings.folder, 'incidents.db'));
    this.#attachments = new AttachmentStore(join(settings.folder, 'attachments'));
    this.#client = settings.token === null ? null : feedClient(settings.cmsUrl, settings.token, this.#stop.signal);
    this.#today = dayInChina(this.#now());
    this.locals = { content: this.#views(), siteUrl: settings.siteUrl, health: () => this.health() };
    const render = (path: string) => parts.render(path, this.locals);
    this.#publisher = new Publisher({
      content: () => this.#content,
      pages: this.pages,
      attachments: this.#attachments,
      client: this.#client,
      render,
      press:
        parts.threadModule === null
          ? pressHere(render, () => this.#content.position)
          : pressInThreads(parts.threadModule, { contentFile: this.#contentFile, siteUrl: settings.siteUrl }),
      now: () => this.#now(),
      shouldStop: () => this.#isStopped,
      log,
    });
    this.previewer = new Previewer({
      content: () => this.#content,
      pages: this.pages,
      locals: this.locals,
      render: parts.render,
      now: () => this.#now(),
    });
    this.#guard = new PageGuard({
      pages: this.pages,
      incidents: this.#incidents,
      quarantine: join(settings.folder, 'quarantine'),
      canRepair: () => this.#content.isComplete,
      repairPage: (path) => this.#publisher.repair(path),
      repairFiles: (page) => this.#publisher.repairFiles(page),
      repairAll: () => this.#repairAll(),
      onIncident: () => this.nudge(),
      threadModule: parts.threadModule,
      now: () => this.#now(),
      log,
    });
    this.#inspector = new Inspector({
      file: join(settings.folder, 'inspection.json'),
      buildId: parts.buildId,
      inspect: (day) => this.#inspect(day),
      now: () => this.#now(),
      onReport: () => this.nudge(),
      log,
    });
    this.#seal = new ManifestSeal({
      pages: this.pages,
      key: new NodeKey(join(settings.folder, 'node-key.pem')),
      facts: () => ({ site: settings.siteUrl, feedId: this.#content.feedId, position: this.#content.position }),
      now: () => this.#now(),
    });
  }

  /** Goes up with every change: a page rendered across a change must not be kept. */
  get contentVersion(): number {
    return this.#content.version;
  }

  /** A published file of an item that is public, by the address of its page, or null. */
  fileOf(page: string, name: string): { sha256: string; mime: string; size: number } | null {
    return this.#content.filesAt(page).find((file) => file.fileName === name) ?? null;
  }

  /**
   * Where the bytes of such a file are, or null. An item is public from the moment that its change is applied: its files
   * are beside its page some moments later, and whoever asks meanwhile waits for the one that was asked for.
   */
  async placeOfFile(page: string, name: string): Promise<string | null> {
    const file = this.fileOf(page, name);
    if (file === null) return null;
    const beside = join(this.pages.current.folder, page, 'files', name);
    if (statSync(beside, { throwIfNoEntry: false })?.size === file.size) return beside;
    try {
      if (this.#client) await this.#attachments.fetch(file, this.#client);
    } catch {
      // Whoever makes the page fetches it as well, tells of it, and tries again.
      return null;
    }
    // It may have been withdrawn while it was on its way.
    if (this.fileOf(page, name)?.sha256 === file.sha256) {
      return this.#attachments.has(file) ? this.#attachments.pathOf(file.sha256) : null;
    }
    if (!this.#content.isFileUsed(file.sha256)) this.#attachments.remove(file.sha256);
    return null;
  }

  get guard(): PageGuard {
    return this.#guard;
  }

  get inspector(): Inspector {
    return this.#inspector;
  }

  get manifest(): ManifestSeal {
    return this.#seal;
  }

  start(): void {
    this.#loop = this.#run();
    void this.#checkContent();
  }

  /** An answer failed: perhaps the content store is damaged. */
  suspect(): void {
    if (this.#content.isDamaged) this.nudge();
    else if (Date.now() - this.#checkedAt > CHECK_INTERVAL_MS) void this.#checkContent();
  }

  /** "Look now." Any number of nudges during one look make one more look. */
  nudge(): void {
    this.#wasNudged = true;
    this.#wake?.();
  }

  /** Finishes the page at hand, leaves a rebuild to the next start, and closes everything. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stop.abort();
    this.#wake?.();
    await this.#loop;
    await this.#guard.stop();
    this.#inspector.stop();
    await this.pages.close();
    this.#incidents.close();
    this.#content.close();
    this.#claim.close();
  }

  health(): NodeHealth {
    const ageSeconds = this.#readAt === null ? null : Math.round((Date.now() - this.#readAt) / 1000);
    return {
      state: this.#state(ageSeconds),
      position: this.#content.position,
      last: Math.max(this.#last, this.#content.position),
      ageSeconds,
      pages: this.pages.current.size,
    };
  }

  #state(ageSeconds: number | null): NodeHealth['state'] {
    if (!this.#content.isComplete) return 'syncing';
    if (this.#publisher.isRebuilding) return 'rebuilding';
    const patience = (this.#parts.settings.pollIntervalMs * 6) / 1000;
    return this.#client !== null && (ageSeconds === null || ageSeconds > patience) ? 'stale' : 'ready';
  }

  /** Has the whole store looked at, aside: at the start, every day, and when an answer failed. */
  async #checkContent(): Promise<void> {
    this.#checkedAt = Date.now();
    const content = this.#content;
    if (await checkContent(this.#contentFile, this.#parts.threadModule)) return;
    content.markDamaged();
    this.nudge();
  }

  /** What a visitor's read or a check came upon. */
  async #mendContent(): Promise<void> {
    if (this.#content.isDamaged) this.#startOver();
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#isStopped) {
      this.#wasNudged = false;
      let isWell = true;
      // Each step is tried whatever became of the one before: a full disk must not keep a withdrawal waiting.
      for (const step of [
        () => this.#mendContent(),
        () => this.#catchUp(),
        () => this.#follow(),
        () => this.#report(),
        () => this.#deliverCorrections(),
        () => this.#turnDay(),
        () => this.#makeStale(),
        () => this.#inspectWhenDue(),
        () => this.#seal.seal(() => this.#isStopped),
      ]) {
        if (this.#isStopped) break;
        try {
          await step();
        } catch (error) {
          if (this.#isStopped) break;
          isWell = false;
          this.#noteFailure(error);
        }
      }
      failures = isWell ? 0 : failures + 1;
      if (isWell) this.#problem = null;
      if (this.#wasNudged && failures < 3) continue;
      await this.#pause(isWell ? this.#parts.settings.pollIntervalMs : Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures));
    }
  }

  /** What an earlier round or an earlier process left to do. */
  async #catchUp(): Promise<void> {
    await this.#settlePending();
    const { current, previous } = this.pages;
    const { buildId } = this.#parts;
    if (!this.#content.isComplete || isOfBuild(current, buildId)) return;
    if (previous && isOfBuild(previous, buildId)) await this.#publisher.switchBack();
    else await this.#rebuild({ keepsWayBack: true });
  }

  /** By the clock: a burst of changes is no reason to make them again each time. */
  async #makeStale(): Promise<void> {
    // What earlier rounds and processes left to do is done: whatever differs from here on is somebody else's doing.
    this.#guard.guard();
    if (Date.now() - this.#madeStaleAt < this.#parts.settings.pollIntervalMs / 2) return;
    this.#madeStaleAt = Date.now();
    await this.#publisher.makeStale(STALE_PER_ROUND, () => this.#wasNudged || this.#isStopped);
    const mended = this.#publisher.takeMended();
    this.#keep(mended);
    if (mended.length > 0) await this.#report();
  }

  /** What is served is of no use any more: the next round makes every page anew. */
  #repairAll(): void {
    this.pages.current.note('complete', 'no');
    this.nudge();
  }

  async #follow(): Promise<void> {
    if (!this.#client) return;
    for (;;) {
      if (this.#isStopped) return;
      const page = await this.#readFeed(this.#client);
      if (page === null) continue;
      const { position } = this.#content;
      if (page.meta.through <= position && page.meta.last > position) {
        throw new DisclosureError(
          'feed_invalid',
          `Cannot follow the feed: it stays at ${position} of ${page.meta.last}`,
          { position },
        );
      }
      if (page.meta.through > position) {
        this.#content.apply(page, { today: this.#today, recordPending: this.#content.isComplete });
      }
      if (this.#content.isComplete) await this.#settlePending();
      if (page.meta.through < page.meta.last) continue;
      if (!this.#content.isComplete) {
        // Whatever interrupts the rebuild, these pages are of another content.
        for (const generation of [this.pages.current, this.pages.previous]) generation?.note('complete', 'no');
        await this.#content.mergeSearchIndexes(() => this.#isStopped);
        if (this.#isStopped) return;
        this.#content.markComplete();
        this.#attachments.keepOnly((sha256) => this.#content.isFileUsed(sha256));
        await this.#rebuild();
      }
      return;
    }
  }

  /** The next page of the feed, or null when it is another feed than the store was filled from and we start over. */
  async #readFeed(client: FeedClient): Promise<FeedPage | null> {
    const { position, isComplete, feedId } = this.#content;
    this.#triedAt = Date.now();
    const page = isComplete ? await client.changes(position) : await client.snapshot(position);
    this.#last = page.meta.last;
    this.#readAt = Date.now();
    const isOther = feedId !== null && feedId !== page.meta.feedId;
    if (!isOther && page.meta.last >= position) return page;
    this.#parts.log.warn('The feed is another one than before, or was set back: starting over from its snapshot');
    this.#replaceContent(() => ContentStore.remove(this.#contentFile));
    return null;
  }

  async #settlePending(): Promise<void> {
    const pending = this.#content.pending();
    if (pending.length <= REBUILD_THRESHOLD) {
      // Ahead of a rebuild: what can be shown at once does not wait for it, nor for one that fails.
      const nameable = pending.filter((effects) => !effects.everything);
      if (nameable.length > 0) this.#keep(await this.#publisher.settle(nameable));
      if (nameable.length === pending.length) return;
    }
    await this.#rebuild();
  }

  /** With `keepsWayBack`, nothing but the templates has changed: the pages made with the former ones may serve again. */
  async #rebuild({ keepsWayBack = false } = {}): Promise<void> {
    const pending = this.#content.pending();
    const from = this.#content.position;
    this.#publisher.removeGone(pending);
    const rebuilt = await this.#publisher.rebuild({
      buildId: this.#parts.buildId,
      meanwhile: () => this.#followDuringRebuild(from),
    });
    if (rebuilt === null) return;
    if (!keepsWayBack) this.pages.previous?.note('complete', 'no');
    this.#content.settle(pending.map((effects) => effects.seq));
    const visibleAt = this.#now();
    this.#keep(pending.map(({ seq }) => ({ seq, ...rebuilt, visibleAt, problem: null })));
    // What came meanwhile and touches everything asks for another one.
    if (this.#content.pending().length > 0) this.nudge();
  }

  /** Changes do not wait for a rebuild to end: they are settled in the pages that are served and in those being made. */
  async #followDuringRebuild(from: number): Promise<void> {
    const isDue = this.#wasNudged || Date.now() - this.#triedAt > this.#parts.settings.pollIntervalMs;
    if (!this.#client || !isDue || this.#isStopped) return;
    this.#wasNudged = false;
    this.#triedAt = Date.now();
    try {
      const page = await this.#client.changes(this.#content.position);
      if (page.meta.feedId !== this.#content.feedId) return;
      this.#last = page.meta.last;
      this.#readAt = Date.now();
      this.#content.apply(page, { today: this.#today, recordPending: true });
      const pending = this.#content.pending().filter((effects) => effects.seq > from && !effects.everything);
      if (pending.length > 0) this.#keep(await this.#publisher.settle(pending));
      await this.#report();
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  async #turnDay(): Promise<void> {
    const day = dayInChina(this.#now());
    if (day === this.#turnedOn) return;
    if (this.#turnedOn !== null) void this.#checkContent();
    this.#today = day;
    this.#knowsCorrectionKey = false;
    const due = this.#content.turnDay(day);
    this.#turnedOn = day;
    await this.#publisher.refresh([...due, tags.home]);
  }

  /** Once a day, when pages and content agree. It is done aside, and reported in the round after it. */
  async #inspectWhenDue(): Promise<void> {
    if (this.#content.isComplete && this.pages.current.noted('complete') === 'yes') this.#inspector.begin(this.#today);
  }

  #inspect(day: IsoDate): ReturnType<typeof inspectAside> {
    const { settings, threadModule } = this.#parts;
    const { siteUrl, freshnessLimits: limits } = settings;
    const target = { contentFile: this.#contentFile, pages: this.pages.current.folder, siteUrl, day, limits };
    return inspectAside(target, threadModule);
  }

  /** Receipts are for the panel beside an item: when the CMS cannot take them, they wait, the newest of them. */
  #keep(receipts: readonly Receipt[]): void {
    this.#unreported = [...this.#unreported, ...receipts].slice(-MOST_RECEIPTS);
  }

  /** The position counts without receipts as well: what a snapshot brought, the CMS would wait for until the next change. */
  async #report(): Promise<void> {
    if (!this.#client || !this.#content.isComplete) return;
    for (;;) {
      const { position } = this.#content;
      const receipts = this.#unreported.slice(0, RECEIPTS_PER_REPORT);
      const incidents = this.#incidents.unreported(INCIDENTS_PER_REPORT);
      const inspection = this.#inspector.unreported;
      const hasNews = receipts.length + incidents.length > 0 || inspection !== null;
      if (!hasNews && this.#reportedPosition === position) return;
      await this.#client.report({ position, receipts, incidents, inspection });
      if (inspection !== null) this.#inspector.markReported(inspection);
      this.#unreported = this.#unreported.slice(receipts.length);
      this.#incidents.markReported(incidents.map(({ id }) => id));
      this.#reportedPosition = position;
    }
  }

  /** What people reported goes to the CMS, and from here when the CMS has it. */
  async #deliverCorrections(): Promise<void> {
    if (!this.#client) return;
    if (!this.#knowsCorrectionKey) {
      const key = await this.#client.correctionKey();
      if (key !== null) this.corrections.keepKey(key);
      this.#knowsCorrectionKey = true;
    }
    for (;;) {
      const waiting = this.corrections.waiting(CORRECTIONS_PER_REPORT);
      if (waiting.length === 0) return;
      const taken = await this.#client.sendCorrections(waiting);
      this.corrections.remove(taken);
      if (taken.length < waiting.length) return;
    }
  }

  #noteFailure(error: unknown): void {
    if (isCorruption(error) && this.pages.mend()) {
      this.#parts.log.error('The index of the pages is damaged: making every page anew', error);
      return;
    }
    if (isCorruption(error)) return this.#startOver();
    const problem = error instanceof DisclosureError ? error.code : 'failed';
    if (problem !== this.#problem) this.#parts.log.error('Cannot bring the site up to date, trying again', error);
    this.#problem = problem;
  }

  #startOver(): void {
    this.#parts.log.error('The content store is damaged: filling a new one from the snapshot');
    this.#replaceContent(() => ContentStore.setAside(this.#contentFile));
  }

  #replaceContent(makeRoom: () => void): void {
    this.#content.close();
    makeRoom();
    this.#content = ContentStore.open(this.#contentFile);
    Object.assign(this.locals, { content: this.#views() });
  }

  #views() {
    return contentViews(this.#content, () => this.#now());
  }

  #now(): string {
    return new Date().toISOString();
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#wasNudged || this.#isStopped) this.#wake();
    });
  }
}

function isOfBuild(generation: Generation, buildId: string): boolean {
  return generation.noted('complete') === 'yes' && generation.noted('build') === buildId;
}

function openOrReplace(file: string, log: Log): ContentStore {
  try {
    return ContentStore.open(file);
  } catch (error) {
    log.error('The content store is damaged: filling a new one from the snapshot', error);
    ContentStore.setAside(file);
    return ContentStore.open(file);
  }
}

/**
 * One process for one folder: an exclusive lock on a small database, which the system lets go when the process dies,
 * however it dies.
 */
function claimFolder(folder: string): DatabaseSync {
  const claim = new DatabaseSync(join(folder, 'claim.db'), { timeout: 0 });
  try {
    claim.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    return claim;
  } catch (error) {
    claim.close();
    throw new DisclosureError(
      'config_invalid',
      `Cannot start the site node: another process uses the folder "${folder}"`,
      {},
      { cause: error },
    );
  }
}
