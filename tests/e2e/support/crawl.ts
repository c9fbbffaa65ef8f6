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
}

const AT_ONCE = 8;
const LINKS = { a: 'href', link: 'href', img: 'src', script: 'src', form: 'action' } as const;

/** Follows every link of the site from the home page on, once each. */
export async function crawl(siteUrl: string): Promise<Crawl> {
  const answers = new Map<string, Answer>();
  const ids = new Map<string, ReadonlySet<string>>();
  const links: { from: string; to: URL }[] = [];
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
    for (const link of page.links) {
      const to = new URL(link, siteUrl + address);
      if (to.origin !== siteUrl) continue;
      links.push({ from: address, to });
      const target = to.pathname + to.search;
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  };

  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(visit));

  const broken = links.filter(({ to }) => {
    const target = to.pathname + to.search;
    if (answers.get(target)?.status !== 200) return true;
    return to.hash !== '' && ids.get(target)?.has(decodeURIComponent(to.hash.slice(1))) !== true;
  });
  return { answers, broken: broken.map(({ from, to }) => `${from} → ${to.href}`) };
}

function readPage(html: string): { links: string[]; ids: Set<string> } {
  const links: string[] = [];
  const ids = new Set<string>();
  const walk = (nodes: readonly AnyNode[]) => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const { name, attribs, children } = node as Element;
      if (attribs['id'] !== undefined) ids.add(attribs['id']);
      const link = name in LINKS ? attribs[LINKS[name as keyof typeof LINKS]] : undefined;
      if (link !== undefined) links.push(link);
      walk(children);
    }
  };
  walk(parseDocument(html).children);
  return { links, ids };
}
