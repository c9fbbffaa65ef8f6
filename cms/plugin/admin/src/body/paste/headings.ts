import { isElement, type HtmlElement, type HtmlNode } from './html-tree';
import { styleOf } from './inline-style';

const WORD_CLASS = /^(?:mso)?(?:heading|标题)[ _-]?([1-6])/i;

/** The level of a heading, whether it is a tag, a Word style or an outline level; null for anything else. */
export function headingLevelOf(element: HtmlElement): number | null {
  const tag = /^h([1-6])$/.exec(element.tag);
  if (tag) return Number(tag[1]);
  if (element.tag !== 'p' && element.tag !== 'div') return null;
  const name = (element.attributes['class'] ?? '').trim();
  if (/^msotitle$/i.test(name)) return 1;
  const level = WORD_CLASS.exec(name)?.[1] ?? /^[1-6]$/.exec(styleOf(element)['mso-outline-level'] ?? '')?.[0];
  return level === undefined ? null : Number(level);
}

/** How far levels move so that the highest heading pasted becomes `h2`: the item's title is the page's `h1`. */
export function headingShift(nodes: readonly HtmlNode[]): number {
  const highest = highestLevel(nodes);
  return highest === null ? 0 : 2 - highest;
}

function highestLevel(nodes: readonly HtmlNode[]): number | null {
  let highest: number | null = null;
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const level = headingLevelOf(node) ?? highestLevel(node.children);
    if (level !== null && (highest === null || level < highest)) highest = level;
  }
  return highest;
}
