import { isElement, textOf, type HtmlElement, type HtmlNode } from './html-tree';
import { isWordMarker, styleOf } from './inline-style';

/** Word writes a list as paragraphs that look like one. */
type ListKind = { tag: 'ul' } | { tag: 'ol'; start: number };

/**
 * Gathers Word's list paragraphs into lists. Bullets and Arabic numbers become lists; a Chinese number (一、, （一）,
 * 第一条) is part of an official document's text, so such a paragraph stays one and keeps its number.
 */
export function gatherWordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const gathered: HtmlNode[] = [];
  let list: HtmlElement | null = null;
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.trim() !== '') list = null;
      gathered.push(node);
      continue;
    }
    const marker = markerOf(node);
    if (marker === null) {
      list = null;
      gathered.push({ ...node, children: gatherWordLists(node.children) });
      continue;
    }
    const kind = listKindOf(marker);
    if (kind === null) {
      list = null;
      gathered.push(withMarkerAsText(node, marker));
      continue;
    }
    if (list === null || list.tag !== kind.tag) {
      list = emptyList(kind);
      gathered.push(list);
    }
    list.children.push({ tag: 'li', attributes: {}, children: node.children });
  }
  return gathered;
}

function emptyList(kind: ListKind): HtmlElement {
  const attributes: Record<string, string> = kind.tag === 'ol' && kind.start > 1 ? { start: String(kind.start) } : {};
  return { tag: kind.tag, attributes, children: [] };
}

function markerOf(element: HtmlElement): string | null {
  if (element.tag !== 'p') return null;
  const isListed =
    /^msolistparagraph/i.test(element.attributes['class'] ?? '') || styleOf(element)['mso-list'] !== undefined;
  if (!isListed) return null;
  const marker = findMarker(element.children);
  return marker === null ? null : textOf([marker]).trim();
}

function findMarker(nodes: readonly HtmlNode[]): HtmlElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = isWordMarker(node) ? node : findMarker(node.children);
    if (found) return found;
  }
  return null;
}

function listKindOf(marker: string): ListKind | null {
  const number = /^[(（]?(\d{1,3})[)）.．、]?$/.exec(marker)?.[1];
  if (number !== undefined) return { tag: 'ol', start: Number(number) };
  return /^[^\p{L}\p{N}（(]{1,2}$|^[olnuØvq§]$/u.test(marker) ? { tag: 'ul' } : null;
}

function withMarkerAsText(element: HtmlElement, marker: string): HtmlElement {
  const rest = element.children.map((child) => withoutMarker(child)).filter((child) => child !== null);
  return { ...element, children: [marker, ...rest] };
}

function withoutMarker(node: HtmlNode): HtmlNode | null {
  if (!isElement(node)) return node;
  if (isWordMarker(node)) return null;
  return { ...node, children: node.children.map(withoutMarker).filter((child) => child !== null) };
}
