/**
 * What the body of an item may be made of. The CMS sanitises to this list before anything is stored; the editor offers
 * nothing else; the site's style covers all of it.
 */
export const BODY_HTML_POLICY = {
  tags: [
    'p',
    'h2',
    'h3',
    'h4',
    'h5',
    'ul',
    'ol',
    'li',
    'blockquote',
    'hr',
    'br',
    'pre',
    'code',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'sub',
    'sup',
    'a',
    'img',
    'figure',
    'figcaption',
    'table',
    'caption',
    'colgroup',
    'col',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
  ],
  attributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    col: ['span'],
  },
  /** `text-align` is the one style that carries meaning: amounts right, titles and signatures placed. */
  alignments: ['left', 'center', 'right', 'justify'],
  alignable: ['p', 'h2', 'h3', 'h4', 'h5', 'th', 'td'],
  linkSchemes: ['http', 'https', 'mailto', 'tel'],
} as const;

const BLOCK_END = /<\/(?:p|h[1-6]|li|tr|td|th|caption|figcaption|blockquote|pre|table|ul|ol)>|<br\s*\/?>|<hr\s*\/?>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The plain text of a sanitised body: blocks become lines, entities become characters. Not a sanitiser. */
export function textOfHtml(html: string): string {
  return html
    .replace(BLOCK_END, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => entity(name.toLowerCase()) ?? whole)
    .replace(/[ \t\u3000\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
