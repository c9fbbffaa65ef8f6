import { refuse } from './refusal.ts';

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const GUESSES = ['gb18030', 'utf-16le', 'utf-16be'] as const;

// Control characters, private use and unassigned code points do not occur in documents, and abound in wrong guesses.
// eslint-disable-next-line no-control-regex
const FOREIGN = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|\p{Cn}|\p{Co}/u;
const USUAL = /[\s\u0021-\u007e\u00b7\u2010-\u203b\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu;

/** Text of unknown encoding: UTF-8, GB18030 (with GBK and GB2312 in it), UTF-16. Throws a refusal when it is none. */
export function decodeText(bytes: Uint8Array, stated?: string): string {
  const mark = BYTE_ORDER_MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return decodeAs(mark[1], bytes) ?? refuse('文字编码损坏：文件头标明的编码与内容不符');

  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null && isDocumentText(utf8)) return utf8;

  if (isDamagedUtf8(bytes)) return refuse('文字编码损坏：UTF-8 文本中有无效的字节');

  const named = stated === undefined ? [] : [stated];
  for (const encoding of [...named, ...GUESSES]) {
    const text = decodeAs(encoding, bytes);
    if (text !== null && isDocumentText(text) && usualShare(text) > 0.9) return text;
  }
  return refuse('无法识别文字编码（支持 UTF-8、GB18030 和 UTF-16），或者不是文本文件');
}

/** Broken UTF-8 reads as GB18030 without an error, and as nonsense: most of its characters are whole. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > 0 && (text.match(/[\u3000-\u303f\u4e00-\u9fff]/g)?.length ?? 0) > broken;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Unknown label or bytes outside the encoding: not this one.
    return null;
  }
}

function isDocumentText(text: string): boolean {
  // Private-use characters stand for rare characters and symbols in older GBK texts, so one in a hundred is borne.
  const withoutPrivate = text.replace(/\p{Co}/gu, '');
  return !FOREIGN.test(withoutPrivate) && text.length - withoutPrivate.length <= text.length / 100;
}

function usualShare(text: string): number {
  return text.length === 0 ? 1 : (text.match(USUAL)?.length ?? 0) / text.length;
}
