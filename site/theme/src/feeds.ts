import { addresses, listedOn, startOfDayInChina, type IsoInstant } from 'disclosure-contract';
import options from 'virtual:astro-disclosure/options';
import { aboutEntry } from './entry-meta.ts';
import { addressOf } from './item-address.ts';
import { organName, siteName, t } from './interface-text.ts';
import type { FeedView } from './node/views.ts';
import { element } from './xml.ts';

type FeedEntry = FeedView['entries'][number];

const NOTHING_YET: IsoInstant = '1970-01-01T00:00:00.000Z';

export function rssOf(view: FeedView, site: URL): string {
  const channel = [
    element('title', {}, siteName),
    element('link', {}, site.href),
    element('description', {}, t('feed.description', { organ: organName })),
    element('language', {}, options.locale.toLowerCase()),
    element('lastBuildDate', {}, new Date(view.updatedAt ?? NOTHING_YET).toUTCString()),
    element('atom:link', { href: new URL(addresses.rss(), site).href, rel: 'self', type: 'application/rss+xml' }),
    ...view.entries.map((entry) =>
      element('item', {}, [
        element('title', {}, entry.title),
        element('link', {}, urlOf(entry, site)),
        element('guid', { isPermaLink: 'false' }, idOf(entry, site)),
        element('pubDate', {}, new Date(firstSeenAt(entry)).toUTCString()),
        element('category', {}, entry.category.name),
        element('description', {}, summaryOf(entry)),
      ]),
    ),
  ];
  return element('rss', { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' }, [
    element('channel', {}, channel),
  ]);
}

export function atomOf(view: FeedView, site: URL): string {
  return element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': options.locale }, [
    element('title', {}, siteName),
    element('id', {}, site.href),
    element('updated', {}, view.updatedAt ?? NOTHING_YET),
    element('link', { href: new URL(addresses.atom(), site).href, rel: 'self', type: 'application/atom+xml' }),
    element('link', { href: site.href, rel: 'alternate', type: 'text/html' }),
    element('author', {}, [element('name', {}, organName)]),
    ...view.entries.map((entry) =>
      element('entry', {}, [
        element('title', {}, entry.title),
        element('id', {}, idOf(entry, site)),
        element('link', { href: urlOf(entry, site), rel: 'alternate', type: 'text/html' }),
        element('published', {}, firstSeenAt(entry)),
        element('updated', {}, entry.publishedAt),
        element('category', { term: entry.category.code, label: entry.category.name }),
        element('summary', {}, summaryOf(entry)),
      ]),
    ),
  ]);
}

function urlOf(entry: FeedEntry, site: URL): string {
  return new URL(addressOf(entry), site).href;
}

/** A tag URI (RFC 4151): stays the same when the address changes. */
function idOf(entry: FeedEntry, site: URL): string {
  return `tag:${site.hostname},${entry.firstPublishedAt.slice(0, 4)}:item/${entry.documentId}`;
}

function firstSeenAt(entry: FeedEntry): IsoInstant {
  const isImported = entry.listedOn !== listedOn({ originalDate: null, firstPublishedAt: entry.firstPublishedAt });
  return isImported ? startOfDayInChina(entry.listedOn) : entry.firstPublishedAt;
}

function summaryOf(entry: FeedEntry): string {
  return entry.abstract ?? `${aboutEntry(entry)} · ${t('item.index_no')} ${entry.indexNo}`;
}
