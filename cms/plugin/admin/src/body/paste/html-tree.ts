/**
 * A small HTML reader for clipboard content, which needs no browser. It knows as much about omitted end tags as Word,
 * WPS, spreadsheets and web pages make necessary; the editor's own parser has the last word on structure.
 */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}
/** A string is text as it stands in HTML: `&`, `<` and `>` are entities. */
export type HtmlNode = HtmlElement | string;

export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string';

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const RAW_TEXT = new Set(['script', 'style', 'xml', 'template', 'noscript']);
export const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'ul',
]);
const CELLS = ['td', 'th', 'caption'];

/** Which open elements a start tag ends, and at which element the search for them stops. */
const ENDED_BY: Readonly<Record<string, { ends: readonly string[]; within: readonly string[] }>> = {
  li: { ends: ['li'], within: ['ul', 'ol', 'table'] },
  td: { ends: CELLS, within: ['tr', 'table'] },
  th: { ends: CELLS, within: ['tr', 'table'] },
  tr: { ends: ['tr'], within: ['tbody', 'thead', 'tfoot', 'table'] },
  tbody: { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] },
  tfoot: { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
};
const IN_PARAGRAPH = { ends: ['p'], within: ['table', 'li', ...CELLS] };

const MARKUP = /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\?[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

export function parseHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] };
  const open: HtmlElement[] = [root];
  const top = () => open.at(-1) ?? root;
  const markup = new RegExp(MARKUP);
  let at = 0;
  for (let match = markup.exec(html); match !== null; match = markup.exec(html)) {
    addText(top(), html.slice(at, match.index));
    at = markup.lastIndex;
    const [, slash, name, rest] = match;
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (slash === '/') {
      closeElement(open, tag);
      continue;
    }
    if (RAW_TEXT.has(tag)) {
      at = endOfRawText(html, tag, at);
      markup.lastIndex = at;
      continue;
    }
    endImplied(open, tag);
    const element: HtmlElement = { tag, attributes: attributesOf(rest ?? ''), children: [] };
    top().children.push(element);
    if (!VOID.has(tag) && !rest?.endsWith('/')) open.push(element);
  }
  addText(top(), html.slice(at));
  return root.children;
}

function addText(parent: HtmlElement, text: string): void {
  if (text !== '') parent.children.push(text.replace(/</g, '&lt;').replace(/>/g, '&gt;'));
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes[name.toLowerCase()] = double ?? single ?? bare ?? '';
  }
  return attributes;
}

function endOfRawText(html: string, tag: string, from: number): number {
  const end = html.toLowerCase().indexOf(`</${tag}`, from);
  if (end < 0) return html.length;
  const close = html.indexOf('>', end);
  return close < 0 ? html.length : close + 1;
}

function endImplied(open: HtmlElement[], tag: string): void {
  if (BLOCKS.has(tag)) cutAt(open, IN_PARAGRAPH);
  const rule = ENDED_BY[tag];
  if (rule) cutAt(open, rule);
}

function cutAt(open: HtmlElement[], { ends, within }: { ends: readonly string[]; within: readonly string[] }): void {
  for (let depth = open.length - 1; depth > 0; depth -= 1) {
    const tag = open[depth]?.tag ?? '';
    if (ends.includes(tag)) {
      open.length = depth;
      return;
    }
    if (within.includes(tag)) return;
  }
}

/** An end tag ends its element; a stray one inside a table cell does not tear the cell open. */
function closeElement(open: HtmlElement[], tag: string): void {
  const isTablePart = ['table', 'tbody', 'thead', 'tfoot', 'tr', ...CELLS].includes(tag);
  for (let depth = open.length - 1; depth > 0; depth -= 1) {
    const current = open[depth]?.tag ?? '';
    if (current === tag) {
      open.length = depth;
      return;
    }
    if (!isTablePart && CELLS.includes(current)) return;
  }
}

export function serialiseHtml(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (isElement(node) ? serialiseElement(node) : node)).join('');
}

function serialiseElement({ tag, attributes, children }: HtmlElement): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value.replace(/"/g, '&quot;')}"`);
  const start = `<${tag}${written.join('')}>`;
  return VOID.has(tag) ? start : `${start}${serialiseHtml(children)}</${tag}>`;
}

/** The text of nodes, white space and non-breaking spaces as single spaces. */
export function textOf(nodes: readonly HtmlNode[]): string {
  const raw = nodes.map((node) => (isElement(node) ? textOf(node.children) : node)).join('');
  return raw.replace(/&nbsp;|&#160;|&#xa0;|\u00a0/gi, ' ').replace(/\s+/g, ' ');
}
