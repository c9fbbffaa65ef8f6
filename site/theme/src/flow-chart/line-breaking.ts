import { textWidth } from './text-width.ts';

/** 避头: what no line begins with (GB/T 15834-2011, 5.1.1 to 5.1.8). */
const NOT_FIRST = new Set('，。、；：？！,.;:?!）】》」』〉］｝)]}”’…—·%％‰℃々ー～/');
/** 避尾: what no line ends with. */
const NOT_LAST = new Set('（【《「『〈［｛([{“‘￥¥$№#');
const WORD = /[A-Za-z0-9\u00c0-\u024f\u0370-\u04ff.,:@_%+-]+|\s+|./gsu;

/**
 * Breaks a text into lines no wider than `width`, by the rules of Chinese typesetting: between any two characters but for
 * punctuation that begins or ends no line, and not within a word or number unless it is wider than a line. Lines are made
 * about equally long, so that no character is left alone on the last. A single character may be wider than the width.
 */
export function breakLines(text: string, width: number, size: number): string[] {
  const parts = unbreakableParts(text.trim(), width, size);
  const lines = filled(parts, width, size);
  if (lines.length < 2) return lines;
  let narrow = width / 2;
  let wide = width;
  while (wide - narrow > size / 4) {
    const middle = (narrow + wide) / 2;
    const isAsShort = filled(parts, middle, size).length <= lines.length && widest(parts, size) <= middle;
    if (isAsShort) wide = middle;
    else narrow = middle;
  }
  return filled(parts, wide, size);
}

/** What stays on one line, in order. A word that is wider than a line falls apart into its characters. */
function unbreakableParts(text: string, width: number, size: number): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const [word] of text.matchAll(WORD)) {
    const last = parts.at(-1);
    const isBound = isOpen || NOT_FIRST.has(word[0] ?? '');
    if (last !== undefined && isBound && textWidth(last + word, size) <= width) parts[parts.length - 1] = last + word;
    else if (textWidth(word, size) > width) parts.push(...word);
    else parts.push(word);
    isOpen = NOT_LAST.has(word.at(-1) ?? '');
  }
  return parts;
}

function filled(parts: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && textWidth((line + part).trimEnd(), size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

function widest(parts: readonly string[], size: number): number {
  return Math.max(...parts.map((part) => textWidth(part, size)));
}
