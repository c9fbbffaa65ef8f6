/** What a block of a body is to a reader. */
export type BlockKind = 'paragraph' | 'heading' | 'entry' | 'row' | 'caption' | 'quotation' | 'code' | 'image' | 'rule';

/** A part of a body that is compared as a whole: a paragraph, a heading, an entry of a list, a row of a table. */
export interface Block {
  readonly kind: BlockKind;
  /** 2 to 5 for a heading, the depth of an entry in lists; otherwise 0. */
  readonly level: number;
  /** One text; of a row, the texts of its cells; of an image, what stands in its place. */
  readonly texts: readonly string[];
  /** Where links lead, and where an image comes from, in order. */
  readonly addresses: readonly string[];
  /** What makes two blocks the same: their HTML, without what no reader sees. */
  readonly html: string;
}

const TOKEN = /<\/?([a-z][a-z0-9]*)((?:\s[^>]*)?)>|[^<]+|</gi;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/gi;

const KINDS: Readonly<Record<string, BlockKind>> = {
  p: 'paragraph',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  li: 'entry',
  tr: 'row',
  caption: 'caption',
  figcaption: 'caption',
  blockquote: 'quotation',
  pre: 'code',
};

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);

/** Around blocks; what they are, their blocks say. */
const FRAMES: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'colgroup', 'col', 'figure']);

/** The blocks of a sanitised body, in order. A paragraph inside a cell or an entry belongs to that. */
export function blocksOf(html: string): Block[] {
  const reader = new BlockReader();
  for (const [token, tag] of html.matchAll(TOKEN)) {
    if (tag === undefined) reader.text(token);
    else if (token.startsWith('</')) reader.close(tag.toLowerCase());
    else reader.open(tag.toLowerCase(), token);
  }
  return reader.end();
}

interface OpenBlock {
  readonly tag: string;
  readonly kind: BlockKind;
  readonly level: number;
  readonly texts: string[];
  readonly addresses: string[];
  html: string;
}

class BlockReader {
  readonly #blocks: Block[] = [];
  #open: OpenBlock | null = null;
  #depth = 0;

  open(tag: string, token: string): void {
    if (FRAMES.has(tag)) return;
    if (LISTS.has(tag)) {
      this.#finish();
      this.#depth += 1;
      return;
    }
    if (tag === 'img') return this.#image(token);
    if (tag === 'hr') {
      this.#finish();
      this.#blocks.push({ kind: 'rule', level: 0, texts: [''], addresses: [], html: '<hr>' });
      return;
    }
    if (CELLS.has(tag)) this.#cell();
    else if (tag in KINDS && this.#begins(tag)) return this.#begin(tag, token);
    this.#inline(tag, token);
  }

  close(tag: string): void {
    if (FRAMES.has(tag)) return;
    if (LISTS.has(tag)) {
      this.#finish();
      this.#depth -= 1;
      return;
    }
    const open = this.#open;
    if (open === null) return;
    if (tag === open.tag) return this.#finish();
    if (tag === 'p') this.#add('\n', '</p>');
    else open.html += `</${tag}>`;
  }

  text(token: string): void {
    const text = characters(token).replace(/\s+/g, ' ');
    if (this.#open === null) {
      if (text.trim() === '') return;
      this.#begin('p', '<p>');
    }
    this.#add(this.#open?.tag === 'pre' ? characters(token) : text, token);
  }

  end(): Block[] {
    this.#finish();
    return this.#blocks;
  }

  /** A paragraph begins no block of its own inside of one that is made of such. */
  #begins(tag: string): boolean {
    return tag !== 'p' || this.#open === null || this.#open.kind === 'paragraph' || this.#open.kind === 'heading';
  }

  #begin(tag: string, token: string): void {
    this.#finish();
    const kind = KINDS[tag] ?? 'paragraph';
    const level = kind === 'heading' ? Number(tag.slice(1)) : kind === 'entry' ? this.#depth : 0;
    this.#open = { tag, kind, level, texts: kind === 'row' ? [] : [''], addresses: [], html: token };
  }

  #cell(): void {
    if (this.#open?.kind !== 'row') this.#begin('tr', '<tr>');
    this.#open?.texts.push('');
  }

  #inline(tag: string, token: string): void {
    if (tag === 'br') return this.#add('\n', token);
    if (this.#open === null) {
      if (CELLS.has(tag)) return;
      this.#begin('p', '<p>');
    }
    if (this.#open === null) return;
    this.#open.html += token;
    const href = tag === 'a' ? attributesOf(token)['href'] : undefined;
    if (href !== undefined) this.#open.addresses.push(href);
  }

  /** Inside a row an image stays with its cell; elsewhere it is a block of its own. */
  #image(token: string): void {
    const { src = '', alt = '' } = attributesOf(token);
    const shown = alt === '' ? (src.split('/').at(-1) ?? '') : alt;
    if (this.#open?.kind === 'row') {
      this.#open.addresses.push(src);
      return this.#add(shown, token);
    }
    this.#blocks.push({ kind: 'image', level: 0, texts: [shown], addresses: [src], html: token });
  }

  #add(text: string, html: string): void {
    const open = this.#open;
    if (open === null) return;
    open.html += html;
    open.texts.push((open.texts.pop() ?? '') + text);
  }

  #finish(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const texts = open.texts.map((text) => (open.kind === 'code' ? text : text.replace(/ *\n */g, '\n').trim()));
    if (texts.every((text) => text === '') && open.addresses.length === 0) return;
    const { kind, level, addresses, html } = open;
    this.#blocks.push({ kind, level, texts, addresses, html });
  }
}

function attributesOf(token: string): Record<string, string> {
  return Object.fromEntries(
    [...token.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, characters(value)]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function characters(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
