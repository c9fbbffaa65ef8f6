import { addresses, NEWS_FEED_FORMATS, RESERVED_SLUGS } from 'disclosure-contract';

const CODE = '[a-z0-9]+(?:-[a-z0-9]+)*';

const POWER = `(?!(?:${[...RESERVED_SLUGS].join('|')})/)${CODE}`;

/** Below the page of an item: one of its files as a page. */
const READING = 'read/[0-9a-f]{12}/';

/** Pages below `/powers/`: the lists, and the items that stand in them. */
const POWERS = `powers/(?:${POWER}/(?:chart/|${READING})?|guides/${CODE}/(?:${READING})?|risks/(?:${CODE}/(?:${READING})?)?|changes/(?:\\d{4}/)?)?`;
/** Every page of the theme ends in a slash … */
const PAGES = new RegExp(
  `^/(?:items/${CODE}/(?:${READING})?|${POWERS}|organs/(?:${CODE}/)?|catalogue/(?:${CODE}/){0,3}|services/|data/|statistics/|apply/|venues/|accessibility/|corrections/)?$`,
);
/** News feeds below a category and below the search. */
const NEWS_FEED = `(?:${NEWS_FEED_FORMATS.map((format) => addresses.newsFeed(format).slice(1).replace('.', '\\.')).join('|')})`;
/** Pages as data: the address of the page without its last slash. */
const DATA = `(?:items|organs)/${CODE}\\.json|(?:organs|services)\\.json|catalogue(?:/${CODE}){0,3}\\.json`;
const POWERS_DATA = `powers/(?:risks/|changes/(?:\\d{4}/)?)?list(?:\\.csv|\\.json)?|powers/(?:guides/|risks/)?${CODE}\\.(?:csv|json)`;
/** … and what is no page of its own does not. */
const ANSWERS = new RegExp(
  `^/(?:search(?:\\.json|/suggestions\\.json|/${NEWS_FEED})?|health|statistics/list\\.(?:csv|json)|data/items\\.(?:ndjson|csv)|catalogue/${CODE}/${NEWS_FEED}|${DATA}|${POWERS_DATA})$`,
);
/**
 * Where the theme decides what is an address. Of the rest, `404` and `500` are no addresses but what Astro shows instead
 * of one, and `_image` transforms pictures, which the theme has none of.
 */
const OWN =
  /^\/(?:items|powers|services|organs|statistics|apply|venues|accessibility|corrections|catalogue|data|search|health|404|500|_image)(?:[/.]|$)/;

/**
 * The one path under which the site answers what `path` asks for: the same with its slash, without what Astro overlooks
 * (`index.html`, escapes that are none). Null when the theme has no such address; paths beyond the theme's stay as they are.
 */
export function canonicalPath(path: string): string | null {
  const plain = withoutEscapes(path).replace(/\/index\.html$/, '/');
  const known = [plain, `${plain}/`, plain.replace(/\/$/, '')].find((each) => PAGES.test(each) || ANSWERS.test(each));
  return known ?? (OWN.test(plain) ? null : path);
}

/** Decoded as often as it was encoded, which Astro does as well. */
function withoutEscapes(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return decoded === path ? path : withoutEscapes(decoded);
  } catch {
    return path;
  }
}
