import { crc32, inflateRawSync } from 'node:zlib';

/** Why an archive is not unpacked. `too_large` and `too_many` are what zip bombs are stopped by. */
export type ZipFault = 'damaged' | 'encrypted' | 'too_large' | 'too_many' | 'method_unknown';

export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly fault: ZipFault;

  constructor(fault: ZipFault) {
    super(`Cannot unpack this archive: ${fault}`);
    this.fault = fault;
  }
}

/** One file of an archive, as the directory at its end states it. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly localAt: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x1;
const NAME_IS_UTF8 = 0x800;
/** In the place of a size or a position: the true one stands in an extra field (ZIP64). */
const ELSEWHERE = 0xffffffff;

export const MOST_ENTRIES = 10_000;

/** The directory of an archive. Throws a `ZipError` for what has none, or one that leads outside of the file. */
export function readZip(bytes: Buffer): ZipEntry[] {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipError('too_many');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new ZipError('damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const next = at + 46 + nameLength! + extraLength! + commentLength!;
    if (next > bytes.length) throw new ZipError('damaged');
    entries.push(readEntry(bytes.subarray(at, next), nameLength!, extraLength!));
    at = next;
  }
  return entries;
}

function endRecord(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new ZipError('damaged');
}

function readEntry(header: Buffer, nameLength: number, extraLength: number): ZipEntry {
  const rawName = Buffer.from(header.subarray(46, 46 + nameLength));
  const flags = header.readUInt16LE(8);
  const extra = header.subarray(46 + nameLength, 46 + nameLength + extraLength);
  const stated = {
    size: header.readUInt32LE(24),
    compressedSize: header.readUInt32LE(20),
    localAt: header.readUInt32LE(42),
  };
  return {
    name: decodeName(rawName, (flags & NAME_IS_UTF8) !== 0),
    rawName,
    flags,
    method: header.readUInt16LE(10),
    crc: header.readUInt32LE(16),
    ...withZip64(stated, extra),
  };
}

interface Place {
  readonly size: number;
  readonly compressedSize: number;
  readonly localAt: number;
}

function withZip64(stated: Place, extra: Buffer): Place {
  const values = zip64Values(extra);
  const take = (value: number): number => (value === ELSEWHERE ? (values.shift() ?? value) : value);
  // In this order they stand in the field.
  const size = take(stated.size);
  const compressedSize = take(stated.compressedSize);
  return { size, compressedSize, localAt: take(stated.localAt) };
}

function zip64Values(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, index) => Number(field.readBigUInt64LE(index * 8)));
  }
  return [];
}

/** Archives made on Chinese Windows name their files in GBK and do not say so. */
function decodeName(raw: Buffer, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(raw);
  }
}

export function isEncrypted(entry: ZipEntry): boolean {
  return (entry.flags & ENCRYPTED) !== 0;
}

/** The bytes of an entry as they lie in the archive, compressed or not. */
export function packedBytes(archive: Buffer, entry: ZipEntry): Buffer {
  const { localAt, compressedSize } = entry;
  if (localAt + 30 > archive.length || archive.readUInt32LE(localAt) !== LOCAL) throw new ZipError('damaged');
  const from = localAt + 30 + archive.readUInt16LE(localAt + 26) + archive.readUInt16LE(localAt + 28);
  if (from + compressedSize > archive.length) throw new ZipError('damaged');
  return archive.subarray(from, from + compressedSize);
}

/** The content of an entry. Never unpacks more than `limit` bytes, whatever the directory states. */
export function entryBytes(archive: Buffer, entry: ZipEntry, limit: number): Buffer {
  if (isEncrypted(entry)) throw new ZipError('encrypted');
  if (entry.size > limit) throw new ZipError('too_large');
  const packed = packedBytes(archive, entry);
  const content = unpack(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError('damaged');
  return content;
}

const STORED = 0;
const DEFLATED = 8;

function unpack(packed: Buffer, { method, size }: ZipEntry): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ZipError('method_unknown');
  try {
    // One byte more than is stated: what lies about its size is caught, and never held in memory.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (error) {
    const isTooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(isTooLong ? 'too_large' : 'damaged');
  }
}
