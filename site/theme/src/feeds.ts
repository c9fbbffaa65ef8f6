import { listedOn, startOfDayInChina, type IsoInstant, type NewsFeedFormat } from 'disclosure-contract';
import { NEWS_FEED_TYPES } from './alternates.ts';
import type { JsonFeed } from './data-schemas.ts';
import { aboutEntry } from './entry-meta.ts';
import { addressOf } from './item-address.ts';
import { locale, organName, t } from './interface-text.ts';
import type { NewsFeed } from './node/views.ts';
import { element, xmlResponse } from './xml.ts';

type FeedEntry = NewsFeed['entries'][number];

/** What a news feed is of. */
export interface FeedSubject {
  readonly title: string;
  readonly description: string;
  /** Address of the page that shows the same. */
  readonly page: string;
  /** Where the feed itself stands. */
  readonly addressOf: (format: NewsFeedFormat) => string;
}

const NOTHING_YET: IsoInstant = '1970-01-01T00:00:00.000Z';

/** A news feed in one of its formats. All of them have the same entries. */
export function feedResponse(format: NewsFeedFormat, feed: NewsFeed, subject: FeedSubject, site: URL): Response {
  const type = NEWS_FEED_TYPES[format];
  switch (format) {
    case 'rss':
      return xmlResponse(rssOf(feed, subject, site), type);
    case 'atom':
      return xmlResponse(atomOf(feed, subject, site), type);
    case 'json':
      return Response.json(jsonFeedOf(feed, subject, site), { headers: { 'content-type': type } });
  }
}

export function rssOf(feed: NewsFeed, subject: FeedSubject, site: URL): string {
  const channel = [
    element('title', {}, subject.title),
    element('link', {}, new URL(subject.page, site).href),
    element('description', {}, subject.description),
    element('language', {}, locale.toLowerCase()),
    element('lastBuildDate', {}, new Date(feed.updatedAt ?? NOTHING_YET).toUTCString()),
    element('atom:link', { href: selfOf(subject, 'rss', site), rel: 'self', type: NEWS_FEED_TYPES.rss }),
    ...feed.entries.map((entry) =>
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

export function atomOf(feed: NewsFeed, subject: FeedSubject, site: URL): string {
  const page = new URL(subject.page, site).href;
  return element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale }, [
    element('title', {}, subject.title),
    element('id', {}, page),
    element('updated', {}, feed.updatedAt ?? NOTHING_YET),
    element('link', { href: selfOf(subject, 'atom', site), rel: 'self', type: NEWS_FEED_TYPES.atom }),
    element('link', { href: page, rel: 'alternate', type: 'text/html' }),
    element('author', {}, [element('name', {}, organName)]),
    ...feed.entries.map((entry) =>
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

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedOf(feed: NewsFeed, subject: FeedSubject, site: URL): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: subject.title,
    home_page_url: new URL(subject.page, site).href,
    feed_url: selfOf(subject, 'json', site),
    description: subject.description,
    language: locale,
    authors: [{ name: organName, url: site.href }],
    items: feed.entries.map((entry) => ({
      id: idOf(entry, site),
      url: urlOf(entry, site),
      title: entry.title,
      content_text: summaryOf(entry),
      date_published: firstSeenAt(entry),
      date_modified: entry.publishedAt,
      tags: [entry.category.name],
    })),
  };
}

function selfOf({ addressOf }: FeedSubject, format: NewsFeedFormat, site: URL): string {
  return new URL(addressOf(format), site).href;
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
