import { crc32 } from 'node:zlib';
import { packedBytes, type ZipEntry } from './zip-archive.ts';

const NAME_IS_UTF8 = 0x800;
/** 1980-01-01 00:00, the first moment that the format knows: when a part was saved is nobody's business. */
const DATE = 0x21;

/**
 * The archive once more with some entries' content replaced, or left out where it is null. What stays is copied as it is
 * packed. Times, comments and extra fields of the file system are gone. The same input always gives the same bytes.
 */
export function rewriteZip(
  archive: Buffer,
  entries: readonly ZipEntry[],
  replaced: ReadonlyMap<string, Buffer | null>,
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = replaced.get(entry.name);
    if (content === null) continue;
    const written = content === undefined ? kept(archive, entry) : stored(entry, content);
    const local = header(LOCAL, written);
    parts.push(local, written.packed);
    directory.push(header(CENTRAL, { ...written, localAt: at }));
    at += local.length + written.packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endRecord(directory.length, central.length, at)]);
}

interface Written {
  readonly rawName: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly localAt?: number;
}

function kept(archive: Buffer, entry: ZipEntry): Written {
  const { rawName, flags, method, crc, size } = entry;
  // Sizes stand in the header again, so the bit that says "after the content" goes.
  return { rawName, flags: flags & ~0x8, method, crc, packed: packedBytes(archive, entry), size };
}

function stored({ rawName, flags }: ZipEntry, content: Buffer): Written {
  return {
    rawName,
    flags: flags & NAME_IS_UTF8,
    method: 0,
    crc: crc32(content),
    packed: content,
    size: content.length,
  };
}

const LOCAL = 'local';
const CENTRAL = 'central';

function header(kind: typeof LOCAL | typeof CENTRAL, written: Written): Buffer {
  const isLocal = kind === LOCAL;
  const bytes = Buffer.alloc(isLocal ? 30 : 46);
  bytes.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
  let at = 4;
  const put16 = (value: number) => (at = bytes.writeUInt16LE(value, at));
  const put32 = (value: number) => (at = bytes.writeUInt32LE(value, at));
  if (!isLocal) put16(20);
  for (const value of [20, written.flags, written.method, 0, DATE]) put16(value);
  for (const value of [written.crc, written.packed.length, written.size]) put32(value);
  put16(written.rawName.length);
  put16(0);
  if (!isLocal) {
    for (let field = 0; field < 3; field += 1) put16(0);
    put32(0);
    put32(written.localAt ?? 0);
  }
  return Buffer.concat([bytes, written.rawName]);
}

function endRecord(count: number, size: number, at: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(at, 16);
  return bytes;
}
