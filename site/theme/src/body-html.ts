import { addresses } from 'disclosure-contract';

/**
 * The body of an item as its page shows it: pictures and files by their full address, tables in a frame that scrolls,
 * alignments as classes so that a content security policy needs no inline styles. Expects sanitised HTML.
 */
export function pageBody(html: string, slug: string, tableLabel: (count: number) => string): string {
  let tables = 0;
  return html
    .replace(/ style="([^"]*)"/g, (_, style: string) => {
      const alignment = /(?:^|;)\s*text-align:\s*(left|center|right|justify)\b/.exec(style)?.[1];
      return alignment === undefined ? '' : ` class="align-${alignment}"`;
    })
    .replace(/ (src|href)="(?:\.\/)?files\//g, ` $1="${addresses.item(slug)}files/`)
    .replace(/<img /g, '<img loading="lazy" decoding="async" ')
    .replace(/<table\b/g, () => {
      tables += 1;
      return `<div class="table" role="group" tabindex="0" aria-label="${tableLabel(tables)}"><table`;
    })
    .replace(/<\/table>/g, '</table></div>');
}
