import type { AnyNode, Element } from 'domhandler';
import { addresses, parseAddress, type ItemType } from 'disclosure-contract';
import { DomUtils, parseDocument } from 'htmlparser2';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** A text as it is compared: without what nobody sees. */
export function bare(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** A page of the public site, asked about as a reader looks at it. */
export interface PublicPage {
  readonly status: number;
  /** Bare text of everything that one of these matches, in order; the part after the dot is a class. */
  texts(selector: string): string[];
  /** Slugs of the items that a list names, in order. */
  entries(): string[];
  /** Target and bare text of every link. */
  links(): { readonly href: string; readonly rel: string; readonly text: string; readonly behind: string }[];
}

export async function pageAt(url: string): Promise<PublicPage> {
  const answer = await fetch(url, { redirect: 'manual' });
  const nodes = parseDocument(await answer.text()).children;
  return {
    status: answer.status,
    texts: (selector) => matching(nodes, selector).map(textOf),
    entries: () =>
      matching(nodes, 'ul.entries')
        .flatMap((list) => matching(list.children, 'a'))
        .map(({ attribs }) => slugIn(attribs['href'] ?? '')),
    links: () =>
      matching(nodes, 'a').map((link) => ({
        href: link.attribs['href'] ?? '',
        rel: link.attribs['rel'] ?? '',
        text: textOf(link),
        behind: behind(link),
      })),
  };
}

export interface PublicBody {
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
}

/** What the public reads below an item's title, or null where its page has no body. */
export async function bodyOnSite(siteUrl: string, slug: string, type?: ItemType): Promise<PublicBody | null> {
  const answer = await fetch(siteUrl + addresses.item(slug, type));
  const body = DomUtils.findOne(
    (element) => 'data-body' in element.attribs,
    parseDocument(await answer.text()).children,
  );
  if (body === null) return null;
  return {
    text: textOf(body),
    headings: DomUtils.findAll(({ name }) => /^h[1-6]$/.test(name), [body]).map((heading) => ({
      level: Number(heading.name.slice(1)),
      text: textOf(heading),
    })),
  };
}

/** Whether the public search leads from a phrase to an item, on any page of its answer. */
export async function isFoundBy(siteUrl: string, phrase: string, slug: string): Promise<boolean> {
  for (let path: string | undefined = addresses.search(phrase); path !== undefined;) {
    const page = await pageAt(siteUrl + path);
    if (page.status !== 200) throw new Error(`Cannot search for "${phrase}": the site answers ${page.status}`);
    const links = page.links();
    if (links.some(({ href }) => slugIn(href) === slug)) return true;
    path = links.find(({ rel }) => rel === 'next')?.href;
  }
  return false;
}

/** Of the item that a link leads to; empty where it leads elsewhere. */
function slugIn(href: string): string {
  const addressed = parseAddress(href);
  return addressed?.kind === 'item' ? addressed.slug : '';
}

function matching(nodes: readonly AnyNode[], selector: string): Element[] {
  const [name = '', className] = selector.split('.');
  return DomUtils.findAll(
    (element) =>
      (name === '' || element.name === name) &&
      (className === undefined || (element.attribs['class'] ?? '').split(' ').includes(className)),
    [...nodes],
  );
}

/** The text of the element that follows a link or its heading, such as the count behind the name of a category. */
function behind(link: Element): string {
  const { parent } = link;
  const isHeading = parent !== null && 'name' in parent && /^h[1-6]$/.test(parent.name);
  const next = DomUtils.nextElementSibling(isHeading ? parent : link);
  return next === null ? '' : textOf(next);
}

function textOf(element: Element): string {
  return bare(DomUtils.textContent(element));
}
