import { Mark, mergeAttributes, Node, type Extensions } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import TextAlign from '@tiptap/extension-text-align';
import StarterKit from '@tiptap/starter-kit';
import { BODY_HTML_POLICY } from 'disclosure-contract';

/** What the editor can hold is what `BODY_HTML_POLICY` allows, so that saving and sanitising lose nothing. */
export function bodyExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3, 4, 5] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: null },
        isAllowedUri: (address) => isLinkAddress(address),
      },
    }),
    TextAlign.configure({ types: ['paragraph', 'heading'], alignments: [...BODY_HTML_POLICY.alignments] }),
    BodyImage.configure({ inline: true }),
    BodyTable.configure({ View: null }),
    TableRow,
    BodyTableCell,
    BodyTableHeader,
    Figure,
    FigureCaption,
    verticalMark('subscript', 'sub'),
    verticalMark('superscript', 'sup'),
  ];
}

/** Addresses on this site are written from its root; other ones name a scheme that readers can follow. */
export function isLinkAddress(address: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.trim())?.[1]?.toLowerCase();
  if (scheme === undefined) return /^[/#]/.test(address.trim());
  return BODY_HTML_POLICY.linkSchemes.some((allowed) => allowed === scheme);
}

const BodyImage = Image.extend({
  addAttributes() {
    return { src: { default: null }, alt: { default: null }, width: { default: null }, height: { default: null } };
  },
});

/** The caption is an attribute because the table editing of ProseMirror takes every child of a table for a row. */
const BodyTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: null,
        rendered: false,
        parseHTML: (element) => element.querySelector(':scope > caption')?.textContent?.trim() || null,
      },
    };
  },
  parseHTML() {
    return [{ tag: 'table' }, { tag: 'caption', ignore: true }];
  },
  renderHTML({ node }) {
    const caption: unknown = node.attrs['caption'];
    const body: ['tbody', 0] = ['tbody', 0];
    if (typeof caption !== 'string') return ['table', body];
    return ['table', ['caption', { contenteditable: 'false' }, caption], body];
  },
});

const span = (name: string) => ({
  [name]: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute(name)) || 1 },
});

/** The toolbar aligns paragraphs; that a cell as a whole is aligned comes from imported texts and is kept. */
const cellAlignment = {
  default: null,
  parseHTML: (cell: HTMLElement) =>
    BODY_HTML_POLICY.alignments.find((alignment) => alignment === cell.style.textAlign) ?? null,
  renderHTML: ({ cellAlign }: Record<string, unknown>) =>
    typeof cellAlign === 'string' ? { style: `text-align: ${cellAlign}` } : {},
};

/** `colwidth` is what table editing keeps for itself; widths are the site's business and never written. */
const cellAttributes = {
  ...span('colspan'),
  ...span('rowspan'),
  cellAlign: cellAlignment,
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

const BodyTableCell = TableCell.extend({ addAttributes: () => cellAttributes });

const BodyTableHeader = TableHeader.extend({ addAttributes: () => ({ ...cellAttributes, scope: { default: null } }) });

const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: '(paragraph | table | blockquote | codeBlock)+ figureCaption?',
  isolating: true,
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: () => ['figure', 0],
});

const FigureCaption = Node.create({
  name: 'figureCaption',
  content: 'inline*',
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', 0],
});

function verticalMark(name: string, tag: 'sub' | 'sup') {
  return Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });
}
