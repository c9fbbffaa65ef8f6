/** Unknown to the model, at both ends of a text and between sentences. */
const END = 0x3002;
const PAUSE = 0xff0c;
const DIGIT = 0x30;
const LETTER = 0x41;

/** Boundaries before and after, so that every character has neighbours as far as the longest run reaches. */
export const MARGIN = 4;

/**
 * A text as the model sees it, one code for each UTF-16 unit: Chinese characters stay, digits are one, letters are one, of
 * punctuation only pauses and ends are told apart. The unit at `at` is at `MARGIN + at`.
 */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length + 2 * MARGIN).fill(END);
  for (let at = 0; at < text.length; at += 1) codes[MARGIN + at] = codeOf(text.charCodeAt(at));
  return codes;
}

export function isHanCode(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

const PAUSES: ReadonlySet<number> = new Set([...'，,、：:“”‘’《》〈〉（）()"\''].map((mark) => mark.charCodeAt(0)));

function codeOf(unit: number): number {
  if (isHanCode(unit)) return unit;
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) return DIGIT;
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return LETTER;
  return PAUSES.has(unit) ? PAUSE : END;
}
