/** Marks of a JPEG file: what begins with one has a length, but for these. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;

interface Segment {
  readonly marker: number;
  /** With the marker itself. Of a scan also the picture's data that follows. */
  readonly bytes: Buffer;
}

/** The picture as it is, without what cameras and programs noted in it: place, time, device, owner, preview. */
export function cleanJpeg(bytes: Buffer): Buffer {
  const segments = jpegSegments(bytes);
  const orientation = segments.map(orientationIn).find((value) => value !== null) ?? 1;
  const kept = segments.filter(isOfPicture).map((segment) => segment.bytes);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  const [first, ...rest] = kept;
  const startsWithJfif = segments[0]?.marker === 0xe0;
  const body = startsWithJfif && first !== undefined ? [first, ...turned, ...rest] : [...turned, ...kept];
  return Buffer.concat([Buffer.from([0xff, START]), ...body, Buffer.from([0xff, END])]);
}

/** Kept are the picture, its colour profile, and what Adobe's and JFIF's headers say of its colours. */
function isOfPicture({ marker, bytes }: Segment): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return bytes.subarray(4, 9).toString('latin1') === 'JFIF\0';
  if (marker === 0xe2) return bytes.subarray(4, 16).toString('latin1') === 'ICC_PROFILE\0';
  return marker === 0xee;
}

/** All segments between start and end. What lies after the end is no part of the picture. */
function jpegSegments(bytes: Buffer): Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new Error('Cannot read this JPEG: a segment does not begin with a marker');
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return segments;
    const headerEnd = at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === SCAN ? endOfScan(bytes, headerEnd) : headerEnd;
    if (end > bytes.length) throw new Error('Cannot read this JPEG: it ends in the middle of a segment');
    segments.push({ marker, bytes: bytes.subarray(at, end) });
    at = end;
  }
  if (segments.some(({ marker }) => marker === SCAN)) return segments;
  throw new Error('Cannot read this JPEG: it holds no picture');
}

/** In a scan, FF stands before 00 (a plain FF) or a restart mark; any other marker ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

const ORIENTATION = 0x0112;

/** How the picture has to be turned to be seen upright: the one thing of EXIF that readers need. */
function orientationIn({ marker, bytes }: Segment): number | null {
  if (marker !== 0xe1 || bytes.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return null;
  const tiff = bytes.subarray(10);
  if (tiff.length < 14) return null;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const read16 = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < read16(directory); index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return null;
    if (read16(entry) === ORIENTATION) {
      const value = read16(entry + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  }
  return null;
}

/** EXIF with one entry. */
function orientationSegment(orientation: number): Buffer {
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  );
  exif.writeUInt16BE(orientation, 24);
  const header = Buffer.from([0xff, 0xe1, 0, 0]);
  header.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([header, exif]);
}

/** Chunks that say how a PNG looks. Texts, times and EXIF are none of them. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

export function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) break;
    if (PNG_CHUNKS.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw new Error('Cannot read this PNG: it has no end');
}

/** Bits of VP8X that say that EXIF and XMP follow. */
const HAS_EXIF_OR_XMP = 0x0c;

export function cleanWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  const until = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= until;) {
    const type = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > until) throw new Error('Cannot read this WebP: it ends in the middle of a chunk');
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (type === 'VP8X') chunk[8] = chunk[8]! & ~HAS_EXIF_OR_XMP;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const body = Buffer.concat(kept);
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}
