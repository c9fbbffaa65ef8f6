import { parseDocument } from 'htmlparser2';
import type { AnyNode, Element } from 'domhandler';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Crawl {
  /** Every address of the site that links lead to, from the home page on. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Links that lead nowhere: the address or the part of a page that they name is not there. */
  readonly broken: readonly string[];
  /** By how many links that a reader can follow each address is away from the home page. */
  readonly clicks: ReadonlyMap<string, number>;
}

interface Link {
  readonly from: string;
  readonly to: URL;
  /** Whether a reader follows it, and not a browser. */
  readonly isForReaders: boolean;
}

const AT_ONCE = 8;
const LINKS = { a: 'href', link: 'href', img: 'src', script: 'src', form: 'action' } as const;

/**
 * Follows every link of the site from the home page on, once each, as crawlers do: not those that ask for more of the same
 * search, of which there is no end (`nofollow`).
 */
export async function crawl(siteUrl: string): Promise<Crawl> {
  const answers = new Map<string, Answer>();
  const ids = new Map<string, ReadonlySet<string>>();
  const links: Link[] = [];
  const seen = new Set(['/']);
  const waiting = ['/'];

  const visit = async (address: string) => {
    const answer = await fetch(siteUrl + address, { redirect: 'manual' });
    const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
    const text = isHtml ? await answer.text() : '';
    if (!isHtml) await answer.body?.cancel();
    answers.set(address, { status: answer.status, text });
    const page = readPage(text);
    ids.set(address, page.ids);
    for (const { href, isForReaders } of page.links) {
      const to = new URL(href, siteUrl + address);
      if (to.origin !== siteUrl) continue;
      links.push({ from: address, to, isForReaders });
      const target = addressIn(to);
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  };

  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(visit));

  const broken = links.filter(({ to }) => {
    const target = addressIn(to);
    if (answers.get(target)?.status !== 200) return true;
    return to.hash !== '' && ids.get(target)?.has(decodeURIComponent(to.hash.slice(1))) !== true;
  });
  return { answers, broken: broken.map(({ from, to }) => `${from} → ${to.href}`), clicks: clicksAlong(links) };
}

function clicksAlong(links: readonly Link[]): Map<string, number> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of links.filter(({ isForReaders }) => isForReaders)) {
    targets.set(from, [...(targets.get(from) ?? []), addressIn(to)]);
  }
  const clicks = new Map([['/', 0]]);
  for (const [address, away] of clicks) {
    // What is added here is met later by this very loop, the nearest first.
    for (const target of targets.get(address) ?? []) if (!clicks.has(target)) clicks.set(target, away + 1);
  }
  return clicks;
}

function addressIn({ pathname, search }: URL): string {
  return pathname + search;
}

function readPage(html: string): { links: { href: string; isForReaders: boolean }[]; ids: Set<string> } {
  const links: { href: string; isForReaders: boolean }[] = [];
  const ids = new Set<string>();
  const walk = (nodes: readonly AnyNode[]) => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const { name, attribs, children } = node as Element;
      if (attribs['id'] !== undefined) ids.add(attribs['id']);
      const href = name in LINKS ? attribs[LINKS[name as keyof typeof LINKS]] : undefined;
      if (href !== undefined && attribs['rel'] !== 'nofollow') links.push({ href, isForReaders: name === 'a' });
      walk(children);
    }
  };
  walk(parseDocument(html).children);
  return { links, ids };
}
