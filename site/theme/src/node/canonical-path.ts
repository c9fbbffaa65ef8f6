const CODE = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Every page of the theme ends in a slash … */
const PAGES = new RegExp(`^/(?:items/${CODE}/|organs/(?:${CODE}/)?|catalogue/(?:${CODE}/){0,3})?$`);
/** … and what is no page of its own does not. */
const ANSWERS = /^\/(?:search|health)$/;
/**
 * Where the theme decides what is an address. Of the rest, `404` and `500` are no addresses but what Astro shows instead
 * of one, and `_image` transforms pictures, which the theme has none of.
 */
const OWN = /^\/(?:items|organs|catalogue|search|health|404|500|_image)(?:[/.]|$)/;

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
