import { parseAddress, type Addressed } from 'disclosure-contract';
import type { Finding } from 'disclosure-contract/checks';

/** A link of a body to something of this site that may or may not be there. */
export interface OwnLink {
  /** As the body has it. */
  readonly href: string;
  readonly to: Addressed;
}

/** Where the site is, and where on it the body will stand. */
interface Standpoint {
  /** '' where no site is configured: whole addresses then lead elsewhere. */
  readonly siteUrl: string;
  /** Address of the item that the body is of. */
  readonly page: string;
}

/** Nobody has this name (RFC 2606). */
const NO_SITE = 'http://site.invalid';

/** The links of a sanitised body to items, their files, categories and organs of this site, each once. */
export function ownLinksIn(body: string, { siteUrl, page: path }: Standpoint): OwnLink[] {
  const page = new URL(path, siteUrl || NO_SITE);
  const hrefs = [...body.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href]) => href ?? '');
  return [...new Set(hrefs)].flatMap((href) => {
    const url = URL.parse(href.replaceAll('&amp;', '&'), page.href);
    const to = url?.host === page.host ? parseAddress(url.pathname) : null;
    return to === null ? [] : [{ href, to }];
  });
}

const MESSAGES: Readonly<Record<Addressed['kind'], Finding['message']>> = {
  item: {
    zh: '链接指向的事项不存在、已经撤下，或者这一事项的读者看不到它。',
    en: 'The link leads to an item that is not there, was withdrawn, or is not for the readers of this one.',
  },
  attachment: {
    zh: '链接指向的附件不存在、已经撤下，或者这一事项的读者看不到它。',
    en: 'The link leads to a file that is not there, was withdrawn, or is not for the readers of this item.',
  },
  category: { zh: '链接指向的栏目不存在。', en: 'The link leads to a category that is not there.' },
  organ: { zh: '链接指向的机构不存在。', en: 'The link leads to an organ that is not there.' },
};

export function deadLink({ href, to }: OwnLink): Finding {
  return {
    rule: 'link_dead',
    severity: 'warning',
    place: 'body',
    part: null,
    at: 0,
    found: href,
    suggestion: null,
    message: MESSAGES[to.kind],
  };
}
