/**
 * Advance widths of U+0020 to U+007E in hundredths of an em: of each character the widest of DejaVu Sans Bold 2.37 and Noto
 * Sans CJK SC Bold 2.004, rounded up. DejaVu is what `system-ui` may be on Linux and is wider than every other face of the
 * theme's stack; Bold is wider than Regular.
 */
// prettier-ignore
const ASCII = [
   35, 46, 58, 84, 70,101, 88, 33, 46, 46, 53, 84, 38, 42, 38, 39,
   70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 58,
  101, 78, 77, 74, 83, 69, 69, 83, 84, 38, 57, 78, 64,100, 84, 85,
   74, 85, 77, 73, 69, 82, 78,111, 78, 73, 73, 46, 39, 46, 84, 56,
   63, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35,105, 72, 69,
   72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
];

/** The widest of what is not listed: Ⅷ of DejaVu Sans Bold. Emoji come to less. */
const WIDEST_OTHER = 1.68;
const COMBINING = /^\p{Mark}$/u;
/** Chinese characters, kana, their punctuation and full-width forms: one em each in every face. */
const ONE_EM =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2014\u2018-\u201d\u2026\u2190-\u21ff\u2460-\u24ff\u25a0-\u25ff\u3000-\u303f\uff00-\uffef·°§×]$/u;
const LATIN_LETTER = /^[\u00c0-\u024f\u0370-\u04ff]$/u;

/** Width of a text in the widest face that a reader may have, in the unit of `size`. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  const ascii = ASCII[character.charCodeAt(0) - 0x20];
  if (ascii !== undefined) return ascii / 100;
  if (ONE_EM.test(character)) return 1;
  if (COMBINING.test(character)) return 0;
  return LATIN_LETTER.test(character) ? 1.2 : WIDEST_OTHER;
}
