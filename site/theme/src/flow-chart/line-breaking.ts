import { textWidth } from './text-width.ts';

/** 避头: what no line begins with (GB/T 15834-2011, 5.1.1 to 5.1.8). */
const NOT_FIRST = new Set('，。、；：？！,.;:?!）】》」』〉］｝)]}”’…—·%％‰℃々ー～/');
/** 避尾: what no line ends with. */
const NOT_LAST = new Set('（【《「『〈［｛([{“‘￥¥$№#');
/** By how much it is good to end a line with them, in squares of an em. */
const GOOD_ENDS: Readonly<Record<string, number>> = { '，': 9, '；': 9, '。': 9, '：': 9, '、': 5, '）': 5, '”': 3 };
/** By how much it is bad to end a line within a word, in the same squares. */
const WITHIN_WORD = 12;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const WORD = /[A-Za-z0-9\u00c0-\u024f\u0370-\u04ff.,:@_%+-]+|\s+|./gsu;

/**
 * Breaks a text into as few lines as fit into `width`, by the rules of Chinese typesetting: between any two characters but
 * for punctuation that begins or ends no line, and not within a word or number unless it is wider than a line. Of all such
 * ways the one is taken whose lines are about equally long and end with punctuation, or at least not within a Chinese word.
 * A single character may be wider than the width.
 */
export function breakLines(text: string, width: number, size: number): string[] {
  const parts = unbreakableParts(text.trim(), width, size);
  const count = fewestLines(parts, width, size);
  if (count < 2) return count === 0 ? [] : [parts.join('').trim()];
  return evenLines(parts, width, size, count).map((line) => line.trim());
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

function fewestLines(parts: readonly string[], width: number, size: number): number {
  let count = 0;
  let line = '';
  for (const part of parts) {
    if (line !== '' && textWidth((line + part).trimEnd(), size) <= width) line += part;
    else {
      if (part.trim() === '') continue;
      count += 1;
      line = part;
    }
  }
  return count;
}

interface Setting {
  readonly cost: number;
  readonly lines: readonly string[];
}

/** Sets parts in so many lines, each way of ending a line weighed once. */
function evenLines(parts: readonly string[], width: number, size: number, count: number): readonly string[] {
  const whole = parts.join('');
  const mean = textWidth(whole, size) / count;
  const wordEnds = new Set(Array.from(words.segment(whole), ({ index, segment }) => index + segment.length));
  const offsets = offsetsOf(parts);
  let settings = new Map<number, Setting>([[0, { cost: 0, lines: [] }]]);
  for (let line = 0; line < count; line += 1) {
    const longer = new Map<number, Setting>();
    for (const [begin, { cost, lines }] of settings) {
      let text = '';
      for (let end = begin + 1; end <= parts.length; end += 1) {
        text += parts[end - 1] ?? '';
        const taken = textWidth(text.trim(), size);
        if (taken > width && end > begin + 1) break;
        const split = wordEnds.has(offsets[end] ?? 0) ? 0 : WITHIN_WORD;
        const total = cost + ((taken - mean) / size) ** 2 + split - (GOOD_ENDS[text.trim().at(-1) ?? ''] ?? 0);
        if (total < (longer.get(end)?.cost ?? Infinity)) longer.set(end, { cost: total, lines: [...lines, text] });
      }
    }
    settings = longer;
  }
  return settings.get(parts.length)?.lines ?? parts;
}

/** Where each part begins in the whole text, and at last where it ends. */
function offsetsOf(parts: readonly string[]): number[] {
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + part.length);
  return offsets;
}
