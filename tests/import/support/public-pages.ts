import { DomUtils, parseDocument } from 'htmlparser2';
import type { AnyNode, Element } from 'domhandler';
import { addresses } from 'disclosure-contract';
import { bare } from './corpus.ts';

export interface PublicBody {
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
}

/** What the public reads below an item's title, or null where its page has no body. */
export async function bodyOnSite(siteUrl: string, slug: string): Promise<PublicBody | null> {
  const body = DomUtils.findOne(
    (element) => 'data-body' in element.attribs,
    await nodesAt(siteUrl + addresses.item(slug)),
  );
  if (body === null) return null;
  return {
    text: bare(DomUtils.textContent(body)),
    headings: DomUtils.findAll(({ name }) => /^h[1-6]$/.test(name), [body]).map((heading) => ({
      level: Number(heading.name.slice(1)),
      text: bare(DomUtils.textContent(heading)),
    })),
  };
}

/** Whether the public search leads from a phrase to an item, on any page of its answer. */
export async function isFoundBy(siteUrl: string, phrase: string, slug: string): Promise<boolean> {
  for (let path: string | undefined = addresses.search(phrase); path !== undefined;) {
    const links = DomUtils.findAll(({ name }) => name === 'a', await nodesAt(siteUrl + path));
    if (links.some((link) => link.attribs['href'] === addresses.item(slug))) return true;
    path = links.find(isNext)?.attribs['href'];
  }
  return false;
}

function isNext({ attribs }: Element): boolean {
  return attribs['rel'] === 'next';
}

async function nodesAt(url: string): Promise<AnyNode[]> {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`Cannot read ${url}: it answers ${answer.status}`);
  return parseDocument(await answer.text()).children;
}
