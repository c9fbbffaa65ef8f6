import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { storedPath } from '../domain/file-reference.ts';
import { configOf } from '../strapi-access.ts';

export interface StoredBytes {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Bytes by their hash, apart from the media library: replacing or deleting an upload changes nothing that is public. Of a
 * file whose metadata was removed, original and copy are both here; only what a published version names is ever served.
 */
export const createFileStore = ({ strapi }: { strapi: Core.Strapi }) => {
  const filesDir = () => resolve(strapi.dirs.app.root, configOf(strapi).filesDir);

  return {
    /** Copies through a temporary file, so that a name in the store always stands for complete bytes. */
    async keep(bytes: Readable): Promise<StoredBytes> {
      const folder = filesDir();
      await mkdir(folder, { recursive: true });
      const temporary = resolve(folder, `.${randomUUID()}.tmp`);
      const hash = createHash('sha256');
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          size += chunk.length;
          done(null, chunk);
        },
      });
      try {
        // Flushed before it gets its name: after a power cut a committed version must not name an empty file.
        await pipeline(bytes, measure, createWriteStream(temporary, { flush: true }));
        const sha256 = hash.digest('hex');
        const final = storedPath(folder, sha256);
        const isNewFolder = (await mkdir(dirname(final), { recursive: true })) !== undefined;
        await rename(temporary, final);
        await flushFolder(dirname(final));
        if (isNewFolder) await flushFolder(folder);
        return { sha256, size };
      } finally {
        await rm(temporary, { force: true });
      }
    },

    /** Where the bytes of a hash lie, or null when they are not here. */
    async find(sha256: string): Promise<string | null> {
      const path = storedPath(filesDir(), sha256);
      return (await isFile(path)) ? path : null;
    },
  };
};

/** Makes names in a folder last over a power cut. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function isFile(path: string): Promise<boolean> {
  try {
    await access(path);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

export type FileStore = ReturnType<typeof createFileStore>;
