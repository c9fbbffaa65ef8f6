import { BODY_HTML_POLICY } from 'disclosure-contract';
import { inlineMarks, isHidden, isWordMarker, styleOf, textAlignOf } from './inline-style';
import { BLOCKS, isElement, parseHtml, serialiseHtml, textOf, type HtmlElement, type HtmlNode } from './html-tree';
import { headingLevelOf, headingShift } from './headings';
import { gatherWordLists } from './word-lists';

export interface PastedHtml {
  readonly html: string;
  /** `data:` addresses of images whose bytes are inside the clipboard; {@link placeImages} puts them into `html`. */
  readonly inlineImages: readonly string[];
  /** Images whose bytes are not in the clipboard. They are left out. */
  readonly droppedImages: number;
}

interface Cleaning {
  readonly origin: string;
  readonly shift: number;
  readonly inlineImages: string[];
  droppedImages: number;
}

const TAGS: ReadonlySet<string> = new Set(BODY_HTML_POLICY.tags);
const ALIGNABLE: ReadonlySet<string> = new Set(BODY_HTML_POLICY.alignable);
const DROPPED = new Set([
  'head',
  'title',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'button',
  'input',
  'select',
  'textarea',
  'colgroup',
  'col',
  'base',
  'meta',
  'link',
  'area',
  'map',
]);

/** Reduces what Word, WPS, a spreadsheet or a web page puts on the clipboard to what a body may be made of. */
export function cleanPastedHtml(html: string, origin = ''): PastedHtml {
  const tree = parseHtml(fragmentOf(html));
  const cleaning: Cleaning = { origin, shift: headingShift(tree), inlineImages: [], droppedImages: 0 };
  const nodes = cleanAll(gatherWordLists(tree), cleaning);
  return {
    html: serialiseHtml(nodes).trim(),
    inlineImages: cleaning.inlineImages,
    droppedImages: cleaning.droppedImages,
  };
}

/** Puts the addresses of uploaded images where the pasted ones stood; an image without an address is left out. */
export function placeImages(html: string, addresses: readonly (string | undefined)[]): string {
  const placed = html.replace(/<img src="pasted:(\d+)"([^>]*)>/g, (_, index: string, rest: string) => {
    const address = addresses[Number(index)];
    return address === undefined ? '' : `<img src="${address}"${rest}>`;
  });
  return placed.replace(/<p(?: style="[^"]*")?><\/p>/g, '');
}

function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start, end) : html;
}

function cleanAll(nodes: readonly HtmlNode[], cleaning: Cleaning): HtmlNode[] {
  return nodes.flatMap((node) => (isElement(node) ? cleanElement(node, cleaning) : [node]));
}

function cleanElement(element: HtmlElement, cleaning: Cleaning): HtmlNode[] {
  if (DROPPED.has(element.tag) || isHidden(element) || isWordMarker(element)) return [];
  if (element.tag === 'img') return cleanImage(element, cleaning);
  // `v:imagedata` repeats, for old versions of Word, the picture that an `img` shows.
  if (element.tag.startsWith('v:')) return [];

  const level = headingLevelOf(element);
  if (level !== null) return cleanHeading(element, level + cleaning.shift, cleaning);

  const children = cleanAll(element.children, cleaning);
  if (element.tag === 'p') return paragraph(children, element);
  if (BLOCKS.has(element.tag) && !TAGS.has(element.tag)) return wrapLooseText(children, element);
  if (!TAGS.has(element.tag)) return inlineMarks(element).reduce(wrapIn, children);
  if (element.tag === 'a') return cleanLink(element, children, cleaning);
  if (['strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup'].includes(element.tag)) return cleanMark(element, children);
  return [{ tag: element.tag, attributes: allowedAttributes(element), children }];
}

function cleanHeading(element: HtmlElement, level: number, cleaning: Cleaning): HtmlNode[] {
  const children = cleanAll(element.children, cleaning).flatMap((node) => withoutStrong(node));
  if (textOf(children).trim() === '') return children.some(holdsImage) ? paragraph(children, element) : [];
  const tag = `h${Math.min(Math.max(level, 2), 5)}`;
  return [{ tag, attributes: alignment(element), children: trimStart(children) }];
}

/** A heading is bold by its nature. */
function withoutStrong(node: HtmlNode): HtmlNode[] {
  if (!isElement(node)) return [node];
  const children = node.children.flatMap(withoutStrong);
  return node.tag === 'strong' || node.tag === 'b' ? children : [{ ...node, children }];
}

function paragraph(children: HtmlNode[], element: HtmlElement): HtmlNode[] {
  const trimmed = trimStart(children);
  if (textOf(trimmed).trim() === '' && !trimmed.some(holdsImage)) return [];
  return [{ tag: 'p', attributes: alignment(element), children: trimmed }];
}

/** Two full-width spaces at the start stand for the indent, which is the style's business. */
function trimStart(children: HtmlNode[]): HtmlNode[] {
  const [first, ...rest] = children;
  if (first === undefined) return [];
  if (isElement(first)) {
    if (first.tag === 'img' || first.tag === 'br') return children;
    return [{ ...first, children: trimStart(first.children) }, ...rest];
  }
  const text = first.replace(/^(?:[\s\u3000\u00a0]|&nbsp;|&emsp;|&ensp;|&#12288;)+/, '');
  return text === '' ? trimStart(rest) : [text, ...rest];
}

function wrapLooseText(children: HtmlNode[], element: HtmlElement): HtmlNode[] {
  const hasBlock = children.some((child) => isElement(child) && (BLOCKS.has(child.tag) || child.tag === 'table'));
  return hasBlock ? children : paragraph(children, element);
}

function wrapIn(children: HtmlNode[], mark: string): HtmlNode[] {
  return textOf(children).trim() === '' ? children : [{ tag: mark, attributes: {}, children }];
}

/** Google's clipboard wraps everything in a `b` that is not bold. */
function cleanMark(element: HtmlElement, children: HtmlNode[]): HtmlNode[] {
  const isPlain = styleOf(element)['font-weight'] === 'normal' || children.some(isBlockNode);
  return isPlain ? children : wrapIn(children, element.tag);
}

function isBlockNode(node: HtmlNode): boolean {
  return isElement(node) && BLOCKS.has(node.tag);
}

function holdsImage(node: HtmlNode): boolean {
  return isElement(node) && (node.tag === 'img' || node.children.some(holdsImage));
}

function cleanLink(element: HtmlElement, children: HtmlNode[], { origin }: Cleaning): HtmlNode[] {
  const href = (element.attributes['href'] ?? '').trim();
  const address = origin !== '' && href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  const isAllowed =
    scheme === undefined ? address.startsWith('/') : BODY_HTML_POLICY.linkSchemes.some((known) => known === scheme);
  return isAllowed ? [{ tag: 'a', attributes: { href: address }, children }] : children;
}

function cleanImage({ attributes }: HtmlElement, cleaning: Cleaning): HtmlNode[] {
  const src = (attributes['src'] ?? '').trim();
  const own = cleaning.origin !== '' && src.startsWith(`${cleaning.origin}/`) ? src.slice(cleaning.origin.length) : src;
  const isInline = /^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(src);
  if (!isInline && !own.startsWith('/uploads/')) {
    cleaning.droppedImages += 1;
    return [];
  }
  const address = isInline ? `pasted:${cleaning.inlineImages.push(src) - 1}` : own;
  const alt = attributes['alt'] ?? '';
  // Word writes how it recognised a picture, or the path of its file, into `alt`.
  const isUseful = alt !== '' && !/[\\/]|^(?:img|image|图片|untitled)[ _-]?\d*$/i.test(alt);
  return [{ tag: 'img', attributes: { src: address, ...(isUseful ? { alt } : {}) }, children: [] }];
}

function allowedAttributes(element: HtmlElement): Record<string, string> {
  const kept: Record<string, string> = alignment(element);
  const names: readonly string[] =
    Object.entries(BODY_HTML_POLICY.attributes).find(([tag]) => tag === element.tag)?.[1] ?? [];
  for (const name of names) {
    const value = element.attributes[name];
    if (value === undefined || (/span$/.test(name) && !/^[1-9]\d?$/.test(value.trim())) || value === '1') continue;
    kept[name] = value;
  }
  return kept;
}

/** Left and justified are how text stands anyway; only what differs is kept. */
function alignment(element: HtmlElement): Record<string, string> {
  const align = textAlignOf(element);
  if (!ALIGNABLE.has(element.tag) && headingLevelOf(element) === null && element.tag !== 'div') return {};
  return align === 'center' || align === 'right' ? { style: `text-align: ${align}` } : {};
}
