import { withNumbers } from './table-numbers.ts';

/** A table without another one inside: those inside are tables of their own. */
const TABLE = /<table\b(?:(?!<table\b)[\s\S])*?<\/table>/g;

/** A head without a word heads nothing: most often the corner of a table. */
const EMPTY_HEAD = /<th\b((?: (?:col|row)span="\d+")*)[^>]*>(?:\s|&nbsp;|<p>\s*<\/p>|<br>)*<\/th>/g;

/**
 * The body of an item as its page shows it: pictures and files by their full address, tables in a frame that scrolls,
 * alignments as classes so that a content security policy needs no inline styles, numbers in tables to the right unless
 * the editor placed them. Expects sanitised HTML, in which `<`
 * and `>` stand for nothing but tags. `page` is the address of the item's page.
 */
export function pageBody(html: string, page: string, tableLabel: (count: number) => string): string {
  let tables = 0;
  const framed = html.replace(EMPTY_HEAD, '<td$1></td>').replace(/<[^>]+>/g, (written) => {
    const tag = withClasses(withAddresses(written, page));
    if (tag === '</table>') return '</table></div>';
    if (tag.startsWith('<img ')) return tag.replace('<img ', '<img loading="lazy" decoding="async" ');
    if (!/^<table\b/.test(tag)) return tag;
    tables += 1;
    return `<div class="table" role="group" tabindex="0" aria-label="${tableLabel(tables)}">${tag}`;
  });
  return framed.replace(TABLE, withNumbers);
}

/** The same body for other places than its page: every address is complete. `page` is the whole address of its page. */
export function portableBody(html: string, page: string): string {
  return html.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/ (src|href)="([^"]*)"/g, (written, name: string, address: string) =>
      URL.canParse(address, page) ? ` ${name}="${new URL(address, page).href}"` : written,
    ),
  );
}

function withAddresses(tag: string, page: string): string {
  return tag.replace(/ (src|href)="(?:\.\/)?files\//, ` $1="${page}files/`);
}

function withClasses(tag: string): string {
  return tag.replace(/ style="([^"]*)"/, (_, style: string) => {
    const alignment = /(?:^|;)\s*text-align:\s*(left|center|right|justify)\b/.exec(style)?.[1];
    return alignment === undefined ? '' : ` class="align-${alignment}"`;
  });
}
