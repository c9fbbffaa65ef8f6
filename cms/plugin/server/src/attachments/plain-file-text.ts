import type { ExtractedText } from './extracted-text.ts';

/** The text of a plain file, in UTF-8, UTF-16 or GB18030, with the number of each line. */
export function plainText(bytes: Buffer): ExtractedText {
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  return { parts: [{ part: null, text, rows: text.split('\n').map((_, index) => index + 1) }], notes: [] };
}

export function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
