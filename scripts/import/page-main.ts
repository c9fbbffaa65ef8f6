import type { Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { cleanLine } from './blocks.ts';

const NEVER = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'nav',
  'form',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'button',
  'input',
  'select',
  'textarea',
  'svg',
  'canvas',
  'audio',
  'video',
  'link',
  'meta',
  'title',
  'map',
  'dialog',
]);
const ASIDE = new Set(['header', 'footer', 'aside']);
const FURNITURE =
  /^(?:nav(?:bar)?|menu|header|footer|foot|sidebar|breadcrumbs?|crumbs?|share|bdsharebuttonbox|print|pagination|pager|copyright)$/i;

/** Where the systems of Chinese government sites put the text of a page, the most telling first. */
const MAIN_PLACES: readonly ((element: Element) => boolean)[] = [
  (element) => /^(?:zoom|zoomcon|ucap-content)$/i.test(element.attribs['id'] ?? ''),
  hasClass(
    'TRS_Editor',
    'trs_editor_view',
    'TRS_UEDITOR',
    'pages_content',
    'article-content',
    'content-article',
    'j-fontContent',
    'newscontent',
  ),
  (element) => element.name === 'article',
  (element) => element.name === 'main' || element.attribs['role'] === 'main',
  (element) => /^(?:content|article|contentbox|main)$/i.test(element.attribs['id'] ?? ''),
  hasClass('content', 'article', 'article_con', 'con'),
];
const ENOUGH_TEXT = 20;

/** Takes out what is not text, and what readers of the page could not see. Gives the number of hidden places. */
export function removeFurniture(page: Document): number {
  let hidden = 0;
  for (const element of DomUtils.getElementsByTagName('*', page, true)) {
    const names = [element.attribs['id'] ?? '', ...(element.attribs['class'] ?? '').split(/\s+/)];
    const isInText = element.parent?.type === 'tag' && ['article', 'main'].includes(element.parent.name);
    const isFurniture =
      NEVER.has(element.name) || (ASIDE.has(element.name) && !isInText) || names.some((one) => FURNITURE.test(one));
    const isHidden =
      'hidden' in element.attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attribs['style'] ?? '');
    if (isHidden && !isFurniture && textOf(element) !== '') hidden += 1;
    if (isFurniture || isHidden) DomUtils.removeElement(element);
  }
  return hidden;
}

/** The element that holds the text of a page, or all that is left of the page. */
export function findMain(page: Document): Element | Document['children'] {
  const elements = DomUtils.getElementsByTagName('*', page, true);
  for (const isMain of MAIN_PLACES) {
    const places = elements.filter(isMain).map((element) => ({ element, length: textOf(element).length }));
    const [longest] = places.sort((a, b) => b.length - a.length);
    if (longest && longest.length >= ENOUGH_TEXT) return longest.element;
  }
  return page.children;
}

function hasClass(...names: string[]): (element: Element) => boolean {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return (element) =>
    (element.attribs['class'] ?? '')
      .toLowerCase()
      .split(/\s+/)
      .some((name) => wanted.has(name));
}

export function textOf(element: Element): string {
  return cleanLine(DomUtils.textContent(element));
}
