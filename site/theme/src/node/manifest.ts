import { createPublicKey, hash, verify } from 'node:crypto';
import type { Approval } from 'disclosure-contract';

/** What a public file shows: one version of an item, or the state of everything at a position of the feed. */
export interface Shown {
  readonly kind: 'version' | 'position';
  /** Number of the change. */
  readonly seq: number;
  /** Of that version; a list shows many. */
  readonly approval: Approval | null;
}

/** One public file. */
export interface ManifestRow {
  /** Its address, not percent-encoded. */
  readonly path: string;
  /** The version of an item that it shows; null in what shows many. */
  readonly version: number | null;
  /** The position of the feed at which it was made; null in what shows one version. */
  readonly position: number | null;
  readonly approval: Approval | null;
  readonly sha256: string;
  readonly size: number;
}

/** What a node says of all its public files together. */
export interface ManifestHead {
  readonly format: typeof MANIFEST_FORMAT;
  readonly site: string;
  readonly feedId: string | null;
  readonly position: number;
  /** The complete set of pages that is served. */
  readonly generation: string;
  readonly files: number;
  /** Over the rows: see {@link rootOf}. */
  readonly root: string;
  readonly at: string;
}

export interface SignedHead {
  readonly head: ManifestHead;
  /** Ed25519 over {@link signedText}, base64. */
  readonly signature: string;
}

export const MANIFEST_FORMAT = 'disclosure-manifest/1';

/**
 * Rows are hashed in so many groups, by their address. A change that touches a page hashes the page's group again and not
 * the archive: of 110,000 files a group has 27.
 */
export const BUCKETS = 4096;

const HASH_BYTES = 32;

/** A row as it is hashed and as it stands in the manifest: keys in this order, no spaces. */
export function manifestLine({ path, version, position, approval, sha256, size }: ManifestRow): string {
  const stated = approval === null ? null : { id: approval.id, contentHash: approval.contentHash };
  return JSON.stringify({ path, version, position, approval: stated, sha256, size });
}

/** The group of an address: the first 12 bits of its SHA-256. */
export function bucketOf(path: string): number {
  return hash('sha256', path, 'buffer').readUInt16BE(0) >> 4;
}

/** Over the SHA-256 of each line of a group, in the order of their addresses by code unit; 32 zero bytes of an empty one. */
export function bucketHash(rows: readonly ManifestRow[]): Buffer {
  if (rows.length === 0) return Buffer.alloc(HASH_BYTES);
  const sorted = [...rows].sort((a, b) => (a.path < b.path ? -1 : 1));
  return hash('sha256', Buffer.concat(sorted.map((row) => hash('sha256', manifestLine(row), 'buffer'))), 'buffer');
}

/** Over the hashes of all groups, in order. */
export class BucketHashes {
  readonly #all = Buffer.alloc(BUCKETS * HASH_BYTES);

  set(bucket: number, bucketHash: Buffer): void {
    bucketHash.copy(this.#all, bucket * HASH_BYTES);
  }

  get root(): string {
    return hash('sha256', this.#all, 'hex');
  }
}

/** The root of a complete list of rows. */
export function rootOf(rows: Iterable<ManifestRow>): string {
  const byBucket = new Map<number, ManifestRow[]>();
  for (const row of rows) {
    const bucket = bucketOf(row.path);
    const others = byBucket.get(bucket);
    if (others) others.push(row);
    else byBucket.set(bucket, [row]);
  }
  const hashes = new BucketHashes();
  for (const [bucket, those] of byBucket) hashes.set(bucket, bucketHash(those));
  return hashes.root;
}

/** What is signed. */
export function signedText({ format, site, feedId, position, generation, files, root, at }: ManifestHead): string {
  return JSON.stringify({ format, site, feedId, position, generation, files, root, at });
}

/** Whether a head was signed with the key whose public half this is, in PEM. */
export function isSignedBy(publicKey: string, { head, signature }: SignedHead): boolean {
  return verify(null, Buffer.from(signedText(head)), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
}
