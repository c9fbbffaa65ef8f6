import sanitizeHtml from 'sanitize-html';

export interface PreviewPage {
  /** For the address that ends in a slash: everything of the page lies below it. */
  readonly html: string;
  /** Addresses of the site that the page takes styles and pictures from. */
  readonly assets: readonly string[];
}

/** Styles and scripts of a build; styles name further files below it. */
const BUILT = '/_astro/';

/** A path of the site that may be fetched for a page: no query, no escape, no step upwards. */
const PLAIN_PATH = /^\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

const SHOWN_LINKS: ReadonlySet<string> = new Set(['stylesheet', 'icon']);

/**
 * A page of the site as the CMS shows it: without scripts, with the draft's files as `files/…` and the site's styles and
 * pictures as `assets/…`, and with links that lead to the site in a window of their own. `page` is the address that it will
 * have there.
 */
export function previewPage(html: string, { siteUrl, page }: { siteUrl: string; page: string }): PreviewPage {
  const assets = new Set<string>();
  const ownFiles = `${page}files/`;

  function shown(address: string): string {
    if (address.startsWith(ownFiles)) return `files/${address.slice(ownFiles.length)}`;
    if (!isOfSite(address)) return address;
    if (PLAIN_PATH.test(address)) assets.add(address);
    return `assets${address}`;
  }

  function linked(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
    const { href = '', target: _target, ...rest } = attribs;
    if (href === '' || href.startsWith('#')) return attribs;
    if (href.startsWith(ownFiles)) return { ...rest, href: shown(href) };
    const away = { target: '_blank', rel: 'noopener noreferrer' };
    return { ...rest, ...away, href: isOfSite(href) ? siteUrl + href : href };
  }

  function placed(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
    const { href, src, action, ...rest } = attribs;
    if (tagName === 'a' || tagName === 'area') return linked(attribs);
    if (tagName === 'form') return rest;
    if (tagName === 'link' && href !== undefined) {
      return {
        ...rest,
        href: SHOWN_LINKS.has(attribs['rel'] ?? '') ? shown(href) : isOfSite(href) ? siteUrl + href : href,
      };
    }
    return src === undefined ? attribs : { ...attribs, src: shown(src) };
  }

  const safe = sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    // An attribute without a value says something as well: `hidden`.
    nonBooleanAttributes: [],
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'data'],
    enforceHtmlBoundary: false,
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: placed(tagName, withoutHandlers(attribs)) }),
    },
    exclusiveFilter: ({ tag }) => tag === 'script',
  });
  return { html: `<!doctype html>\n${safe}`, assets: [...assets] };
}

/** Whether a preview may ask the site for a file: one that its page uses, or one of the build. */
export function mayAsk(path: string, assets: readonly string[]): boolean {
  return PLAIN_PATH.test(path) && !path.includes('..') && (path.startsWith(BUILT) || assets.includes(path));
}

/** A style sheet of the site whose own addresses are found from where the preview has it. */
export function previewStyles(css: string, path: string): string {
  const upwards = '../'.repeat(path.split('/').length - 2);
  return css.replace(/(url\(\s*["']?)\/(?!\/)/g, `$1${upwards}`);
}

function isOfSite(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//');
}

function withoutHandlers(attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return Object.fromEntries(Object.entries(attribs).filter(([name]) => !/^on/i.test(name)));
}
