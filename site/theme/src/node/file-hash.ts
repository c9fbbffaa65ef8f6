import { createHash } from 'node:crypto';
import { closeSync, constants, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Follows no link, and waits for nobody to write into a pipe that stands where a file should. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const CHUNK = 1024 * 1024;

/** SHA-256 of a file in hex, piece by piece; null where no file can be read. For threads: it waits for the disk. */
export function hashOfFile(file: string): string | null {
  const hash = createHash('sha256');
  try {
    const source = openSync(file, FLAGS);
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk)) {
        hash.update(chunk.subarray(0, read));
      }
      return hash.digest('hex');
    } finally {
      closeSync(source);
    }
  } catch {
    return null;
  }
}

/** As {@link hashOfFile}, aside. */
export async function digestOfFile(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file, { flags: FLAGS as unknown as string }), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
