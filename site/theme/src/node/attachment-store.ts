import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DisclosureError, type Attachment } from 'disclosure-contract';
import type { FeedClient } from './feed-client.ts';
import { digestOfFile } from './file-hash.ts';

/** The bytes of attachments, once each, under the hash that the feed promises. Generations link to them. */
export class AttachmentStore {
  readonly #folder: string;
  /** By hash: whoever wants a file that is on its way waits for it. */
  readonly #coming = new Map<string, Promise<void>>();
  #serial = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  pathOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  has(file: Pick<Attachment, 'sha256' | 'size'>): boolean {
    const path = this.pathOf(file.sha256);
    return existsSync(path) && statSync(path).size === file.size;
  }

  /** Fetches a file that is not there yet. Bytes that do not have the promised hash are thrown away. */
  async fetch(file: Pick<Attachment, 'sha256' | 'size'>, client: FeedClient): Promise<void> {
    if (this.has(file)) return;
    const coming = this.#coming.get(file.sha256) ?? this.#fetch(file, client);
    this.#coming.set(file.sha256, coming);
    try {
      await coming;
    } finally {
      this.#coming.delete(file.sha256);
    }
  }

  async #fetch(file: Pick<Attachment, 'sha256'>, client: FeedClient): Promise<void> {
    const target = this.pathOf(file.sha256);
    mkdirSync(join(this.#folder, file.sha256.slice(0, 2)), { recursive: true });
    const fresh = `${target}.${process.pid}-${(this.#serial += 1)}.new`;
    const hash = createHash('sha256');
    try {
      const source = Readable.fromWeb(await client.file(file.sha256));
      source.on('data', (chunk: Buffer) => hash.update(chunk));
      await pipeline(source, createWriteStream(fresh));
      if (hash.digest('hex') !== file.sha256) {
        throw new DisclosureError('feed_invalid', `Cannot keep file ${file.sha256}: its bytes have another hash`);
      }
      renameSync(fresh, target);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
  }

  /** Throws a file away whose bytes are not what its name says, so that it is fetched again. */
  async discardIfAltered(sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    if ((await digestOfFile(path)) !== sha256) rmSync(path, { recursive: true, force: true });
  }

  /** Removes all files but those in use, and what an interrupted fetch left behind. */
  keepOnly(isUsed: (sha256: string) => boolean): void {
    for (const entry of readdirSync(this.#folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile() && !isUsed(entry.name)) rmSync(join(entry.parentPath, entry.name), { force: true });
    }
  }

  remove(sha256: string): void {
    rmSync(this.pathOf(sha256), { force: true });
  }
}
