import type { AuditEntry } from './audit-chain.ts';
import { sha256 } from './sha256.ts';

/** A version as the feed keeps it. */
export interface StoredVersion {
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly payload: string;
}

/** `altered`: not what its entry says; `missing`: its entry is there; `unlogged`: it has none. */
export type VersionDifference = 'altered' | 'missing' | 'unlogged';

export type VersionsVerdict =
  | {
      readonly kind: 'agreed';
      readonly versions: number;
      /** Versions from before the first that an entry tells of: published before the log was kept. */
      readonly earlier: number;
    }
  | { readonly kind: 'version_differs'; readonly feedSeq: number; readonly way: VersionDifference };

/** Both in the order of their numbers. Either may grow meanwhile: what an entry tells of is committed together with it. */
export interface VersionSource {
  entriesAfter(entry: AuditEntry | null): Promise<readonly AuditEntry[]>;
  versionsAfter(seq: number): Promise<readonly StoredVersion[]>;
}

/** What an entry says of a version. */
interface Told {
  readonly event: string;
  readonly subject: string | null;
  readonly feedSeq: number;
  readonly payloadSha256: string;
}

/**
 * Compares what the audit log says was published with the versions that the feed keeps, to the first place where they
 * differ. The log is taken for true: verify its chain first.
 */
export async function compareVersions(source: VersionSource): Promise<VersionsVerdict> {
  const entries = new Walk<AuditEntry, Told>((last) => source.entriesAfter(last), toldBy);
  const stored = new Walk<StoredVersion, StoredVersion>((last) => source.versionsAfter(last?.seq ?? 0), asItIs);
  let versions = 0;
  let earlier = 0;
  for (;;) {
    // Entry and version are committed together: whichever was read, the other one is there to be read afterwards.
    let entry = await entries.next();
    const version = await stored.next();
    entry ??= await entries.next();
    if (version === null) return entry === null ? { kind: 'agreed', versions, earlier } : differs(entry, 'missing');
    if (entry !== null && entry.feedSeq < version.seq) return differs(entry, 'missing');
    if (entry !== null && entry.feedSeq === version.seq) {
      if (!isAsTold(version, entry)) return differs(entry, 'altered');
      versions += 1;
      entries.take();
    } else if (versions > 0) {
      return differs({ feedSeq: version.seq }, 'unlogged');
    } else {
      earlier += 1;
    }
    stored.take();
  }
}

/** Batch after batch, so that memory does not grow with what is walked. */
class Walk<Row, Value> {
  readonly #after: (last: Row | null) => Promise<readonly Row[]>;
  readonly #read: (row: Row) => Value | null;
  #batch: readonly Row[] = [];
  #at = 0;
  #last: Row | null = null;

  constructor(after: (last: Row | null) => Promise<readonly Row[]>, read: (row: Row) => Value | null) {
    this.#after = after;
    this.#read = read;
  }

  /** The value at hand, until it is taken; null at the end, which may not be the end the next time. */
  async next(): Promise<Value | null> {
    for (;;) {
      const row = this.#batch[this.#at];
      const value = row === undefined ? null : this.#read(row);
      if (value !== null) return value;
      if (row !== undefined) {
        this.take();
        continue;
      }
      this.#batch = await this.#after(this.#last);
      this.#at = 0;
      if (this.#batch.length === 0) return null;
    }
  }

  take(): void {
    this.#last = this.#batch[this.#at] ?? this.#last;
    this.#at += 1;
  }
}

function asItIs(version: StoredVersion): StoredVersion {
  return version;
}

/** What an entry says of a version; null where it tells of none. */
function toldBy({ event, subject, detail }: AuditEntry): Told | null {
  const { feedSeq, payloadSha256 } = JSON.parse(detail) as Partial<Record<string, unknown>>;
  if (typeof feedSeq !== 'number' || typeof payloadSha256 !== 'string') return null;
  return { event, subject, feedSeq, payloadSha256 };
}

const KINDS: Readonly<Record<string, string>> = {
  published: 'published',
  withdrawn: 'withdrawn',
  created: 'saved',
  updated: 'saved',
  copied: 'saved',
  deleted: 'removed',
};

function isAsTold({ kind, subject, payload }: StoredVersion, told: Told): boolean {
  const [thing = '', event = ''] = told.event.split('_');
  return (
    kind === `${thing}_${KINDS[event]}` &&
    told.subject === `${thing}:${subject}` &&
    told.payloadSha256 === sha256(payload)
  );
}

function differs({ feedSeq }: Pick<Told, 'feedSeq'>, way: VersionDifference): VersionsVerdict {
  return { kind: 'version_differs', feedSeq, way };
}
