import type { ChildNode, Element } from 'domhandler';
import { DomUtils, ElementType } from 'htmlparser2';
import { type Align, type Block, cleanLine, escapeHtml } from './blocks.ts';

const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'u',
  s: 's',
  del: 's',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  a: 'a',
};
const WHOLE = new Set(['table', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'figure']);
const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'select',
  'button',
]);
const INLINE = new Set(['span', 'font', 'label', 'small', 'big', 'abbr', 'cite', 'mark', 'ins', 'time', 'o:p', 'wbr']);
const BREAK_MARK = '\u0000';
// Indents inside a text node: a paragraph began here before somebody pasted it on one line.
const PASTED = /(?<=[。！？；：])[\u00a0\u2003\u3000]{2,}/g;

interface Run {
  readonly marks: readonly Element[];
  readonly html: string;
  readonly text: string;
}

/** The readable pieces of an HTML tree in order. Elements without meaning fall away, their text stays. */
export function blocksOfHtml(nodes: readonly ChildNode[]): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];

  const flush = (align: Align | null): void => {
    const { html, text } = serialise(runs);
    runs = [];
    if (html !== '') blocks.push({ kind: 'paragraph', html, text, align });
  };

  const walk = (node: ChildNode, marks: readonly Element[], align: Align | null): void => {
    if (node.type === ElementType.Text) {
      node.data
        .replace(PASTED, BREAK_MARK)
        .split(BREAK_MARK)
        .forEach((part, index) => {
          if (index > 0) flush(align);
          const text = joinLines(part);
          runs.push({ marks, text, html: escapeHtml(text) });
        });
      return;
    }
    if (!isElement(node) || DROPPED.has(node.name)) return;
    if (node.name === 'br') return flush(align);
    if (node.name === 'img') {
      runs.push({ marks, text: '', html: DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' }) });
      return;
    }
    const mark = MARKS[node.name];
    if (mark !== undefined || INLINE.has(node.name)) {
      for (const child of node.children) walk(child, mark === undefined ? marks : [...marks, node], align);
      return;
    }

    flush(align);
    const own = alignOf(node) ?? align;
    const rank = /^h([1-6])$/.exec(node.name)?.[1];
    if (WHOLE.has(node.name) && !isLayout(node)) blocks.push(wholeBlock(node));
    else {
      const before = blocks.length;
      for (const child of node.children) walk(child, [], own);
      flush(own);
      if (rank !== undefined) raiseToHeading(blocks, before, Number(rank));
    }
  };

  for (const node of nodes) walk(node, [], null);
  flush(null);
  return blocks;
}

export function isElement(node: ChildNode): node is Element {
  return node.type === ElementType.Tag || node.type === ElementType.Script || node.type === ElementType.Style;
}

/** Line ends of the source are blanks between words and nothing between Chinese characters. */
function joinLines(text: string): string {
  return text
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])/g, '')
    .replace(/[^\S\u3000]+/g, ' ');
}

/** A heading is one block: its lines are joined, its marks fall away. */
function raiseToHeading(blocks: Block[], from: number, rank: number): void {
  const parts = blocks.splice(from);
  const text = cleanLine(parts.map((part) => part.text).join(' '));
  const hasImage = parts.some((part) => part.html.includes('<img'));
  if (hasImage || parts.some((part) => part.kind === 'other')) blocks.push(...parts);
  else if (text !== '') blocks.push({ kind: 'heading', text, html: escapeHtml(text), rank });
}

/** A table of one cell is how old pages draw a frame: what is inside is the page. */
function isLayout(node: Element): boolean {
  return (
    node.name === 'table' &&
    DomUtils.getElementsByTagName((name) => name === 'td' || name === 'th', node, true).length <= 1
  );
}

function wholeBlock(node: Element): Block {
  const html = DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' });
  return { kind: 'other', html, text: cleanLine(DomUtils.textContent(node)) };
}

function alignOf(node: Element): Align | null {
  if (node.name === 'center') return 'center';
  const stated = /text-align:\s*(\w+)/i.exec(node.attribs['style'] ?? '')?.[1] ?? node.attribs['align'] ?? '';
  const value = stated.toLowerCase();
  return value === 'center' || value === 'right' || value === 'justify' || value === 'left' ? value : null;
}

/** Runs as inline HTML: neighbours share the marks that they have in common; blanks at both ends fall away. */
function serialise(runs: readonly Run[]): { html: string; text: string } {
  const filled = trimEnd(trimStart(runs)).filter((run) => run.html !== '');
  let open: readonly Element[] = [];
  let html = '';
  for (const run of filled) {
    const shared = open.findIndex((mark, index) => mark !== run.marks[index]);
    const kept = shared < 0 ? open.length : shared;
    html += closing(open.slice(kept)) + run.marks.slice(kept).map(opening).join('') + run.html;
    open = run.marks;
  }
  return { html: html + closing(open), text: cleanLine(filled.map((run) => run.text).join('')) };
}

function trimStart(runs: readonly Run[]): readonly Run[] {
  const first = runs.findIndex((run) => cleanLine(run.text) !== '' || (run.text === '' && run.html !== ''));
  if (first < 0) return [];
  return runs
    .slice(first)
    .map((run, index) => (index === 0 ? retext(run, run.text.replace(/^[\s\ufeff\u200b]+/, '')) : run));
}

function trimEnd(runs: readonly Run[]): readonly Run[] {
  const last = runs.findLastIndex((run) => cleanLine(run.text) !== '' || (run.text === '' && run.html !== ''));
  return runs
    .slice(0, last + 1)
    .map((run, index) => (index === last ? retext(run, run.text.replace(/[\s\ufeff\u200b]+$/, '')) : run));
}

function retext(run: Run, text: string): Run {
  return run.text === '' ? run : { marks: run.marks, text, html: escapeHtml(text) };
}

function opening(mark: Element): string {
  const name = MARKS[mark.name] ?? 'span';
  const { href, title } = mark.attribs;
  if (name !== 'a') return `<${name}>`;
  return `<a${href === undefined ? '' : ` href="${escapeHtml(href)}"`}${title === undefined ? '' : ` title="${escapeHtml(title)}"`}>`;
}

function closing(marks: readonly Element[]): string {
  return marks
    .map((mark) => `</${MARKS[mark.name] ?? 'span'}>`)
    .reverse()
    .join('');
}
