import { NEWS_FEED_FORMATS, type NewsFeedFormat } from 'disclosure-contract';

/** Another form of what a page shows, for programs: `link rel="alternate"`. */
export interface Alternate {
  readonly type: string;
  /** What it is of. */
  readonly title: string;
  readonly href: string;
}

/** Media types of news feeds. */
export const NEWS_FEED_TYPES: Readonly<Record<NewsFeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** How formats are named to readers, in every language. */
export const NEWS_FEED_NAMES: Readonly<Record<NewsFeedFormat, string>> = {
  rss: 'RSS',
  atom: 'Atom',
  json: 'JSON Feed',
};

/** A news feed in each of its formats. */
export function feedAlternates(title: string, addressOf: (format: NewsFeedFormat) => string): Alternate[] {
  return NEWS_FEED_FORMATS.map((format) => ({ type: NEWS_FEED_TYPES[format], title, href: addressOf(format) }));
}

/** The same as data. */
export function dataAlternate(title: string, href: string): Alternate {
  return { type: 'application/json', title, href };
}
