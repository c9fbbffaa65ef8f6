/** The editor wraps the text of every cell and list item in a paragraph. */
const LONE_PARAGRAPH = /(<(?:td|th)(?: [^>]*)?>)<p>((?:(?!<\/?p[ >])[^])*)<\/p>(?=<\/t[dh]>)/g;
const ITEM_PARAGRAPH = /(<li>)<p>((?:(?!<\/?p[ >])[^])*)<\/p>(?=<\/li>|<[uo]l[ >])/g;

/** What is stored of what the editor writes: no empty paragraphs at the end, none around single texts, no editing marks. */
export function toStoredHtml(html: string): string {
  return html
    .replace(/ contenteditable="false"/g, '')
    .replace(LONE_PARAGRAPH, '$1$2')
    .replace(ITEM_PARAGRAPH, '$1$2')
    .replace(/(?:<p(?: [^>]*)?>(?:<br>)?<\/p>)+$/, '');
}
