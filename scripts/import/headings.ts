import { type Block, heading, paragraph } from './blocks.ts';

const NUMERAL = '[一二三四五六七八九十百零〇\\d]+';

/** How Chinese documents number their headings, highest first. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`^第${NUMERAL}编(?=\\s|$|[\\u4e00-\\u9fa5])`),
  new RegExp(`^第${NUMERAL}章(?=\\s|$|[\\u4e00-\\u9fa5])`),
  new RegExp(`^第${NUMERAL}节(?=\\s|$|[\\u4e00-\\u9fa5])`),
  /^[一二三四五六七八九十百]+、/,
  /^[（(][一二三四五六七八九十百]+[)）]/,
];
const NUMBERED_RANK = 3;
const LONGEST = 40;
const ARTICLE = new RegExp(`^(第${NUMERAL}条(?:之${NUMERAL})?)[\\s\\u3000]+`);

/**
 * Finds the headings of a text that has no mark-up. A numbered line is a heading when it is short, is no sentence inside
 * a list, and something stands below it. Where articles (第X条) carry the text, 一、 and （一） are lists.
 */
export function findHeadings(blocks: readonly Block[]): Block[] {
  const ranks = blocks.map((block) => (block.kind === 'paragraph' ? rankOf(block.text) : null));
  const inContents = linesOfContents(blocks, ranks);
  const hasArticles = blocks.filter((block) => ARTICLE.test(block.text)).length >= 3;
  const isListRank = (rank: number): boolean => rank >= NUMBERED_RANK && (hasArticles || isMostlyLong(blocks, rank));

  return blocks.map((block, index) => {
    const rank = ranks[index] ?? null;
    if (block.kind !== 'paragraph' || rank === null || inContents.has(index)) return block;
    const isListed = rank >= NUMBERED_RANK && [ranks[index - 1], ranks[index + 1]].includes(rank);
    const isLast = index === blocks.length - 1;
    return isListRank(rank) || isListed || isLast ? block : heading(tidyHeading(block.text), rank);
  });
}

/** The rank of a line that may be a heading, else null. */
function rankOf(text: string): number | null {
  const rank = PATTERNS.findIndex((pattern) => pattern.test(text));
  if (rank < 0 || text.length > LONGEST) return null;
  if (/[。！？!?；;].|[；;，,]$/.test(text)) return null;
  if (rank !== NUMBERED_RANK && /[：:]$/.test(text)) return null;
  return rank < NUMBERED_RANK && /[。：:]/.test(text) ? null : rank;
}

/** Whether most lines numbered in this way are too long for headings, so that the short ones are short list items. */
function isMostlyLong(blocks: readonly Block[], rank: number): boolean {
  const pattern = PATTERNS[rank];
  if (!pattern) return false;
  const numbered = blocks.filter((block) => block.kind === 'paragraph' && pattern.test(block.text));
  const long = numbered.filter((block) => rankOf(block.text) === null);
  return long.length * 2 > numbered.length;
}

/** A table of contents repeats headings that come later. Its lines stay as they are. */
function linesOfContents(blocks: readonly Block[], ranks: readonly (number | null)[]): ReadonlySet<number> {
  const start = blocks.findIndex((block) => bare(block.text) === '目录');
  const lines = new Set<number>();
  if (start < 0) return lines;
  for (let index = start + 1; index < blocks.length && ranks[index] !== null; index += 1) {
    const text = bare(blocks[index]?.text ?? '');
    if (!blocks.slice(index + 1).some((later) => bare(later.text) === text)) break;
    lines.add(index);
  }
  return lines;
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}

/** One blank behind the number, none inside names that were spaced out: 第一章　总　则. */
export function tidyHeading(text: string): string {
  const numbered = /^(第[一二三四五六七八九十百零〇\d]+[编章节])\s*(.*)$/.exec(text);
  const [label, name] = numbered ? [numbered[1] ?? '', numbered[2] ?? ''] : ['', text];
  const isSpacedOut = /^\S(?:\s+\S)+$/u.test(name) && !/[\w]/.test(name);
  const tidied = isSpacedOut ? name.replace(/\s+/g, '') : name.replace(/\s+/g, ' ');
  return [label, tidied].filter((part) => part !== '').join(' ');
}

/** The number of an article stands out from its text. */
export function markArticles(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const label = block.kind === 'paragraph' ? ARTICLE.exec(block.html) : null;
    if (!label || block.kind !== 'paragraph') return block;
    return { ...block, html: `<strong>${label[1]}</strong>\u3000${block.html.slice(label[0].length)}` };
  });
}

/** The name of the issuing organ and the day below a text stand on the right, as on paper. */
export function placeSignature(blocks: readonly Block[], isDayLine: (text: string) => boolean): Block[] {
  const dayAt = blocks.findLastIndex((block) => block.kind === 'paragraph' && isDayLine(block.text));
  if (dayAt < 1 || dayAt < blocks.length - 4) return [...blocks];
  const isName = (block: Block | undefined): boolean =>
    block?.kind === 'paragraph' && block.text.length <= 30 && !/[。；：，,;:]/.test(block.text);
  return blocks.map((block, index) => {
    const signs = index === dayAt || (index === dayAt - 1 && isName(block));
    return signs && block.kind === 'paragraph' && block.html === paragraph(block.text).html
      ? paragraph(block.text, 'right')
      : block;
  });
}
