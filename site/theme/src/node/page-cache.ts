import type { CacheProviderFactory } from 'astro';
import { isStorable } from './page-files.ts';
import { runningNode } from './running-node.ts';

/** Carries a page's tags from the route to the page store. The server takes it off before anything leaves. */
export const TAGS_HEADER = 'x-disclosure-tags';

const publishing = new WeakSet<Request>();

/** Marks a request as the publisher's own: it is rendered, whatever is stored. */
export function markAsPublishing(request: Request): Request {
  publishing.add(request);
  return request;
}

/**
 * The page store behind Astro's route cache: a route says `Astro.cache.set({ tags })`, and its page becomes a file that
 * stays until a change bears one of its tags. A page that is not stored yet is rendered for the visitor who asks and
 * kept, unless the content changed meanwhile.
 */
const pageCache: CacheProviderFactory = () => ({
  name: 'disclosure-page-store',

  setHeaders: ({ tags = [] }) => new Headers({ [TAGS_HEADER]: tags.join(' ') }),

  async onRequest({ request, url }, next) {
    const node = runningNode();
    const isPage = request.method === 'GET' && url.search === '' && isStorable(url.pathname);
    if (!node || !isPage || publishing.has(request)) return next();

    const stored = node.pages.current.read(url.pathname);
    if (stored) {
      return new Response(new Uint8Array(stored.body), {
        headers: { 'content-type': stored.contentType, etag: stored.etag },
      });
    }
    const version = node.contentVersion;
    const response = await next();
    const tags = tagsOf(response);
    if (response.status !== 200 || tags.length === 0) return response;

    const contentType = response.headers.get('content-type') ?? 'text/html';
    const body = Buffer.from(await response.arrayBuffer());
    if (version === node.contentVersion) {
      try {
        const { etag } = node.pages.current.write(url.pathname, body, contentType, tags);
        return new Response(new Uint8Array(body), { headers: { 'content-type': contentType, etag } });
      } catch {
        // The disk is full: the visitor gets the page all the same, and the next one tries again.
      }
    }
    return new Response(new Uint8Array(body), response);
  },

  async invalidate({ path, tags = [] }) {
    const { current } = runningNode()?.pages ?? {};
    if (!current) return;
    const named = typeof tags === 'string' ? [tags] : tags;
    for (const each of [...(path === undefined ? [] : [path]), ...current.pathsWith(named)]) current.remove(each);
  },
});

/** The tags a route set, read from its response. */
export function tagsOf(response: Response): string[] {
  return (response.headers.get(TAGS_HEADER) ?? '').split(' ').filter((tag) => tag !== '');
}

export default pageCache;
