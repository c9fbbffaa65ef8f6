import { DatabaseSync } from 'node:sqlite';
import type { IsoInstant } from 'disclosure-contract';
import { MANIFEST_QUERY, toManifestRow, type Generation } from './generation.ts';
import {
  BucketHashes,
  bucketHash,
  MANIFEST_FORMAT,
  manifestLine,
  signedText,
  type ManifestHead,
  type SignedHead,
} from './manifest.ts';
import type { NodeKey } from './node-key.ts';
import type { PageStore } from './page-store.ts';
import { Statements } from './rows.ts';

interface Parts {
  readonly pages: PageStore;
  readonly key: NodeKey;
  readonly facts: () => Pick<ManifestHead, 'site' | 'feedId' | 'position'>;
  readonly now: () => IsoInstant;
}

/** Groups that are hashed before others get their turn: some milliseconds' work in an archive of 110,000 files. */
const BUCKETS_AT_ONCE = 64;
/** Where the index of a generation keeps the signed head. */
const HEAD = 'head';
/** Lines that are handed over together. */
const LINES_AT_ONCE = 500;

/** Keeps the manifest of the generation that is served up to date and signed: what changed is hashed again, and nothing else. */
export class ManifestSeal {
  readonly #parts: Parts;
  #of: Generation | null = null;
  #hashes = new BucketHashes();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get publicKey(): string {
    return this.#parts.key.publicKey;
  }

  /** Signs what is served as it is now. Left out where nothing changed; stops early when asked to. */
  async seal(shouldStop: () => boolean = () => false): Promise<void> {
    const { pages } = this.#parts;
    for (;;) {
      const { current } = pages;
      this.#take(current);
      const buckets = current.unsealed(BUCKETS_AT_ONCE);
      if (buckets.length === 0 && this.#isSigned(current)) return;
      current.transaction(() => {
        for (const bucket of buckets) {
          const hash = bucketHash(current.rowsOf(bucket));
          current.seal(bucket, hash);
          this.#hashes.set(bucket, hash);
        }
        if (buckets.length < BUCKETS_AT_ONCE) current.note(HEAD, JSON.stringify(this.#sign(current)));
      });
      if (buckets.length < BUCKETS_AT_ONCE || shouldStop()) return;
      await new Promise((resolve) => setImmediate(resolve));
      if (shouldStop()) return;
    }
  }

  #take(current: Generation): void {
    if (this.#of === current) return;
    this.#of = current;
    this.#hashes = new BucketHashes();
    for (const { id, hash } of current.sealed()) this.#hashes.set(id, Buffer.from(hash));
  }

  /** Of this position: a change that touches no page is known to have touched none. */
  #isSigned(current: Generation): boolean {
    const signed = current.noted(HEAD);
    if (signed === null) return false;
    const { head } = JSON.parse(signed) as SignedHead;
    const { site, feedId, position } = this.#parts.facts();
    return head.site === site && head.feedId === feedId && head.position === position;
  }

  #sign(current: Generation): SignedHead {
    const head: ManifestHead = {
      format: MANIFEST_FORMAT,
      ...this.#parts.facts(),
      generation: current.name,
      files: current.files,
      root: this.#hashes.root,
      at: this.#parts.now(),
    };
    return { head, signature: this.#parts.key.sign(signedText(head)) };
  }

  /** The whole manifest as lines of JSON: the signed head, then a row for each file. All of one state of the pages. */
  async *lines(): AsyncGenerator<string> {
    await this.seal();
    const database = new DatabaseSync(this.#parts.pages.current.indexFile, { readOnly: true, timeout: 5000 });
    try {
      const statements = new Statements(database);
      database.exec('BEGIN');
      const head = statements.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', HEAD);
      yield `${head?.value ?? 'null'}\n`;
      let lines: string[] = [];
      for (const row of statements.iterate<Parameters<typeof toManifestRow>[0]>(MANIFEST_QUERY)) {
        lines.push(`${manifestLine(toManifestRow(row))}\n`);
        if (lines.length < LINES_AT_ONCE) continue;
        yield lines.join('');
        lines = [];
        await new Promise((resolve) => setImmediate(resolve));
      }
      yield lines.join('');
    } finally {
      database.close();
    }
  }
}
