import { addresses, NEWS_FEED_FORMATS, type NewsFeedFormat } from 'disclosure-contract';
import { NEWS_FEED_NAMES } from './alternates.ts';
import { addressOf } from './item-address.ts';
import { t } from './interface-text.ts';
import { dataAddress } from './list-addresses.ts';
import type { ContentViews, SearchQuery } from './node/views.ts';
import { searchDataAddress, searchFeedAddress } from './search-request.ts';

/** Addresses of one kind, as they are on this very site. */
export interface DataExample {
  readonly name: string;
  readonly links: readonly { readonly path: string; readonly format: string | null }[];
}

const SEARCH: SearchQuery = { text: t('data.example_query'), sort: 'relevance', page: 1 };

/** Pages as data: of each kind one that is there, and none of a kind that the site has nothing of. */
export function dataPages(content: ContentViews): DataExample[] {
  const { newest, sections } = content.home();
  const category = sections.find(({ count }) => count > 0) ?? sections[0];
  const year = category && content.category(category.code)?.years[0]?.year;
  const pages: [name: string, pages: (string | undefined)[]][] = [
    [t('data.pages_item'), [newest[0] && addressOf(newest[0])]],
    [
      t('data.pages_category'),
      [category && addresses.category(category.code), category && year && addresses.categoryYear(category.code, year)],
    ],
    [
      t('data.pages_organ'),
      content
        .organs()
        .roots.slice(0, 1)
        .map(({ code }) => addresses.organ(code)),
    ],
    [t('data.pages_home'), [addresses.home()]],
  ];
  const examples = pages.map(([name, all]) => ({
    name,
    links: all.filter(isThere).map((page) => linkTo(dataAddress(page))),
  }));
  const search = { name: t('data.pages_search'), links: [linkTo(searchDataAddress(SEARCH))] };
  return [...examples, search].filter(({ links }) => links.length > 0);
}

export function newsFeeds(content: ContentViews): DataExample[] {
  const category = content.home().sections[0];
  const inFormats = (addressIn: (format: NewsFeedFormat) => string) =>
    NEWS_FEED_FORMATS.map((format) => ({ path: addressIn(format), format: NEWS_FEED_NAMES[format] }));
  return [
    { name: t('data.feeds_site'), links: inFormats(addresses.newsFeed) },
    {
      name: t('data.feeds_category'),
      links: category ? inFormats((format) => addresses.categoryFeed(category.code, format)) : [],
    },
    { name: t('data.feeds_search'), links: inFormats((format) => searchFeedAddress(SEARCH, format)) },
  ].filter(({ links }) => links.length > 0);
}

function linkTo(path: string) {
  return { path, format: null };
}

function isThere(page: string | undefined): page is string {
  return page !== undefined && page !== '';
}
