/** A piece of a text that is read in one: what is marked while it is, and the words. */
export interface Passage {
  readonly element: Element;
  readonly text: string;
}

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, tr, dl > div, caption, figcaption, blockquote, summary, pre';
/** Parts of a block that a voice has to keep apart. */
const CELLS = 'th, td, dt, dd';
/** Controls, pictures, and what only repeats the text for the eye. */
const UNREAD = 'nav, button, select, svg, script, style, [aria-hidden="true"], [data-unread]';
const PAUSE: Readonly<Record<string, string>> = { zh: '，', en: ', ' };

/** What a voice reads of an article, in its order. Every text that is seen is in exactly one passage. */
export function passagesOf(article: Element, language: string): Passage[] {
  const pause = PAUSE[language.slice(0, 2)] ?? ' ';
  const passages: { element: Element; cell: Element | null; text: string }[] = [];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (parentElement === null || !isRead(textContent ?? '', parentElement)) continue;
    const element = parentElement.closest(BLOCKS) ?? parentElement;
    const cell = parentElement.closest(CELLS);
    const last = passages.at(-1);
    if (last?.element !== element) passages.push({ element, cell, text: textContent ?? '' });
    else {
      last.text += (last.cell === cell ? '' : pause) + (textContent ?? '');
      last.cell = cell;
    }
  }
  return passages.map(({ element, text }) => ({ element, text: text.replace(/\s+/g, ' ').trim() }));
}

function isRead(text: string, parent: Element): boolean {
  return text.trim() !== '' && parent.closest(UNREAD) === null && parent.checkVisibility();
}
