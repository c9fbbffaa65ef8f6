import { cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoInstant, Tampering } from 'disclosure-contract';
import { digestOfFile } from './file-hash.ts';
import type { Generation } from './generation.ts';
import type { IncidentLog } from './incident-log.ts';
import { storedItemPathOf } from './item-path.ts';
import type { Log } from './log.ts';
import { addressOf, findMark, isPage, type FileMark, type FoundMark, type PageFile } from './page-files.ts';
import type { PageStore } from './page-store.ts';
import { PageWatch } from './page-watch.ts';
import { startSweeping, type SweepFinding, type Sweeping } from './sweep-thread.ts';

export interface PageGuardParts {
  readonly pages: PageStore;
  readonly incidents: IncidentLog;
  /** Folder for what is taken away: evidence, which is never served. On the disk of the pages. */
  readonly quarantine: string;
  /** Whether the content says what should be public. Else what was tampered with is taken away and made later. */
  readonly canRepair: () => boolean;
  readonly repairPage: (path: string) => Promise<void>;
  readonly repairFiles: (page: string) => Promise<void>;
  /** Makes everything anew: too much was tampered with to put it right one by one. */
  readonly repairAll: () => void;
  /** Told when incidents wait to be reported. */
  readonly onIncident: () => void;
  /** A module that comes to `sweepInThread()`, or null: see {@link startSweeping}. */
  readonly threadModule: URL | null;
  readonly now: () => IsoInstant;
  readonly log: Log;
}

/** Files that are put right one by one; past it, everything is made anew. */
const MOST_SINGLE = 2000;
/** Together what one write tells of, and after the node has noted what it wrote itself. */
const GATHER_MS = 50;

/** A place in a generation: what should be there, and what is. */
interface Place {
  readonly generation: Generation;
  readonly file: string;
  readonly address: string;
  readonly at: string;
  readonly known: PageFile | null;
  readonly mark: FoundMark | null;
}

/**
 * Guards the public files: finds what was altered, added or taken away by anybody but this node, puts the right file back,
 * and keeps a record. Watches tell of most within a moment, and a sweep of the rest. Neither judges: they name files, and
 * here each is compared with the index, in one step with which no write of the node can interfere. A difference that is
 * the node's own, as an end in the middle of a write may leave, is told by its outcome: the file is what would be put there.
 */
export class PageGuard {
  readonly #parts: PageGuardParts;
  readonly #suspects = new Set<string>();
  #watch: PageWatch | null = null;
  #sweeping: Sweeping | null = null;
  #guarded: Generation | null = null;
  #settling: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;
  #isMass = false;
  #problem: string | null = null;
  /** Rounds of the sweep that came to their end, of all generations. */
  rounds = 0;

  constructor(parts: PageGuardParts) {
    this.#parts = parts;
  }

  /** Guards the generation that is served from now on. To be called again when it is another. */
  guard(): void {
    const { current } = this.#parts.pages;
    if (this.#isStopped || this.#guarded === current) return;
    this.#release();
    this.#guarded = current;
    this.#isMass = false;
    this.#watch = new PageWatch(current.folder, (file) => this.#suspect([file]));
    const { folder, indexFile } = current;
    this.#sweeping = startSweeping({ folder, indexFile }, this.#parts.threadModule, (finding) => this.#hear(finding));
  }

  /** Finishes the file at hand. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    const { sweeping } = this.#release();
    await sweeping?.end();
    await this.#settling;
  }

  #release(): { sweeping: Sweeping | null } {
    const sweeping = this.#sweeping;
    this.#watch?.close();
    this.#watch = null;
    this.#sweeping = null;
    this.#guarded = null;
    this.#suspects.clear();
    if (!this.#isStopped) void sweeping?.end();
    return { sweeping };
  }

  #hear(finding: SweepFinding): void {
    if (this.#isStopped) return;
    switch (finding.kind) {
      case 'suspects':
        return this.#suspect(finding.files);
      case 'round':
        this.#problem = null;
        this.rounds += 1;
        return this.#holdLink();
      case 'failed':
        if (finding.reason !== this.#problem)
          this.#parts.log.warn(`Cannot look at the public files: ${finding.reason}`);
        this.#problem = finding.reason;
    }
  }

  #holdLink(): void {
    const { pages, incidents, now } = this.#parts;
    if (!pages.holdLink()) return;
    incidents.settle(incidents.open({ path: 'current', kind: 'altered', at: now() }), true);
    this.#say('current', 'altered', true);
    this.#parts.onIncident();
  }

  #suspect(files: readonly string[]): void {
    if (this.#isStopped || this.#isMass) return;
    for (const file of files) this.#suspects.add(file);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#settling = this.#settling.then(() => this.#settle());
    }, GATHER_MS);
  }

  async #settle(): Promise<void> {
    let found = 0;
    for (const file of this.#suspects) {
      if (this.#isStopped || this.#isMass) return;
      this.#suspects.delete(file);
      const generation = this.#guarded;
      if (generation === null || generation !== this.#parts.pages.current) return;
      try {
        if (await this.#judge(generation, file)) found += 1;
      } catch (error) {
        this.#parts.log.error('Cannot judge a public file', error);
      }
      if (found > 0 && this.#suspects.size > MOST_SINGLE) return this.#giveUpSingly();
    }
  }

  /** One entry stands for all that a hand which took thousands did. */
  #giveUpSingly(): void {
    this.#suspects.clear();
    this.#isMass = true;
    this.#parts.log.warn('Thousands of public files were tampered with: making every page anew');
    this.#parts.repairAll();
  }

  /** Whether something was wrong. Looks again when the node wrote the file while it was read. */
  async #judge(generation: Generation, file: string): Promise<boolean> {
    for (;;) {
      const place = this.#look(generation, file);
      const verdict = await this.#verdictOn(place);
      if (!isSamePlace(place, this.#look(generation, file))) continue;
      return verdict === 'well' ? false : this.#putRight(place, verdict);
    }
  }

  #look(generation: Generation, file: string): Place {
    const address = addressOf(file);
    const at = join(generation.folder, file);
    return { generation, file, address, at, known: generation.known(address), mark: findMark(at) };
  }

  async #verdictOn(place: Place): Promise<Tampering | 'well'> {
    const { generation, address, at, file, known, mark } = place;
    if (known === null && mark === null) return 'well';
    if (mark === null) return 'missing';
    if (known === null) return this.#verdictOnStranger(place);
    if (!mark.isFile || mark.size !== known.size || mark.mode !== known.mode) return 'altered';
    if ((await digestOfFile(at)) !== known.hash) return 'altered';
    // Who only touched a file, or linked to it, did it no harm.
    if (!isSameMark(mark, known) && isSamePlace(place, this.#look(generation, file))) generation.remark(address, mark);
    return 'well';
  }

  #verdictOnStranger({ generation, file, at }: Place): Tampering | 'well' {
    const isOfOurs = generation.hasFilesBelow(file);
    if (isDirectory(at) && (isOfOurs || removeIfEmpty(at))) return 'well';
    return isOfOurs ? 'altered' : 'added';
  }

  /**
   * Takes away what stands there, puts back what should, and keeps what is to be told. Whether it was tampering: what the
   * node would put there itself is none.
   */
  async #putRight(place: Place, kind: Tampering): Promise<boolean> {
    const { incidents, now, onIncident, canRepair } = this.#parts;
    const { generation, address, at } = place;
    const id = incidents.open({ path: address, kind, at: now() });
    const evidence = join(this.#parts.quarantine, id);
    try {
      if (place.mark !== null) this.#takeAway(at, evidence);
      forget(generation, address);
      const hash = place.mark?.isFile === true ? await digestOfFile(evidence) : null;
      await this.#putBack(address);
      const after = this.#look(generation, place.file);
      if (canRepair() && isOwnDoing(place, hash, after)) {
        incidents.withdraw(id);
        rmSync(evidence, { recursive: true, force: true });
        return false;
      }
      const isRight = after.known === null ? after.mark === null : after.mark?.ino === after.known.ino;
      incidents.settle(id, isRight);
      this.#say(address, kind, isRight);
    } catch (error) {
      incidents.settle(id, false);
      this.#say(address, kind, false);
      this.#parts.log.error('Cannot put a public file right', error);
    }
    onIncident();
    return true;
  }

  /** What is taken away is never served again. */
  #takeAway(at: string, evidence: string): void {
    mkdirSync(this.#parts.quarantine, { recursive: true, mode: 0o700 });
    try {
      renameSync(at, evidence);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      // The pages lie on another disk. Not to be served comes before being kept.
      try {
        cpSync(at, evidence, { recursive: true, verbatimSymlinks: true });
      } finally {
        rmSync(at, { recursive: true, force: true });
      }
    }
  }

  async #putBack(address: string): Promise<void> {
    const { pages, canRepair, repairPage, repairFiles } = this.#parts;
    const item = storedItemPathOf(address);
    const isFile = item !== null && item.fileName !== null;
    const page = isFile ? item.page : address;
    if (!isPage(page)) return;
    if (!canRepair()) return pages.current.markStale([page]);
    if (isFile) await repairFiles(page);
    else await repairPage(page);
  }

  #say(path: string, kind: Tampering, isRight: boolean): void {
    const outcome = isRight ? 'put right' : 'not right yet';
    this.#parts.log.warn(`The public file ${JSON.stringify(path.slice(0, 200))} was ${kind}: ${outcome}`);
  }
}

/** What is made again is entered again; what cannot be made is not found missing over and over. */
function forget(generation: Generation, address: string): void {
  if (isPage(address)) generation.remove(address);
  else generation.forgetAttachment(address);
}

/** Whether the place is, after all, as the node itself makes it: what was found there is what stands there now. */
function isOwnDoing({ known, mark }: Place, foundHash: string | null, after: Place): boolean {
  if (mark === null) return after.known === null;
  if (after.known === null || foundHash !== after.known.hash) return false;
  return mark.mode === (known ?? after.known).mode;
}

function isSamePlace(one: Place, other: Place): boolean {
  return isSameFile(one.known, other.known) && isSameFile(one.mark, other.mark);
}

function isSameFile(one: FileMark | null, other: FileMark | null): boolean {
  return one === null || other === null ? one === other : isSameMark(one, other);
}

function isSameMark(one: FileMark, other: FileMark): boolean {
  return (['size', 'mtimeMs', 'ctimeMs', 'ino', 'mode'] as const).every((key) => one[key] === other[key]);
}

function isDirectory(at: string): boolean {
  return lstatSync(at, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Removes a folder that holds nothing but folders, as the last page below it may leave it. Whether it did. */
function removeIfEmpty(folder: string): boolean {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !removeIfEmpty(join(folder, entry.name))) return false;
  }
  rmdirSync(folder);
  return true;
}
