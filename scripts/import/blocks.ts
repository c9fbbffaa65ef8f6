export type Align = 'left' | 'center' | 'right' | 'justify';

/** One piece of a document. `text` is what readers see, `html` its inline mark-up, or the whole element for `other`. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly html: string; readonly align: Align | null }
  /** `rank` orders headings among each other: the smaller, the higher. */
  | { readonly kind: 'heading'; readonly text: string; readonly html: string; readonly rank: number }
  /** Tables, lists, quotations, rules. */
  | { readonly kind: 'other'; readonly text: string; readonly html: string };

/** What shows nothing and separates nothing: zero-width characters, byte-order marks, soft hyphens. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** One line of readable text: indents and invisible characters go, runs of blanks become one. */
export function cleanLine(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[^\S\u3000]+/g, ' ')
    .replace(/\u3000{2,}/g, '\u3000')
    .trim();
}

export function paragraph(text: string, align: Align | null = null): Block {
  return { kind: 'paragraph', text, html: escapeHtml(text), align };
}

export function heading(text: string, rank: number): Block {
  return { kind: 'heading', text, html: escapeHtml(text), rank };
}

const NUMERAL = '[一二三四五六七八九十百]+';

// A gap that no author writes inside a paragraph: two blanks, or one as wide as two.
const GAP = '(?:[^\\S\\r\\n]{2,}|[\\u2001\\u2003\\u3000\\t])';
const NUMBER = `(?:${NUMERAL}、|[（(]${NUMERAL}[)）]|第${NUMERAL}[章节条])`;
const GLUED = new RegExp(`(?<=[。！？；：!?;:”）])${GAP}(?=${NUMBER})|(?<=[。！？])[\\u2003\\u3000]{2,}`);

/** The paragraphs of one line: web pages lose line ends and leave only the indent of what began a line. */
export function splitGlued(line: string): string[] {
  return line
    .split(GLUED)
    .map(cleanLine)
    .filter((part) => part !== '');
}
