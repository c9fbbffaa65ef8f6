import { addresses, type Category } from 'disclosure-contract';
import type { FeedSubject } from './feeds.ts';
import { organName, siteName, t } from './interface-text.ts';
import type { SearchQuery } from './node/views.ts';
import { searchName, type Choices } from './search-options.ts';
import { searchAddress, searchFeedAddress } from './search-request.ts';

export const ofSite: FeedSubject = {
  title: siteName,
  description: t('feed.description', { organ: organName }),
  page: addresses.home(),
  addressOf: addresses.newsFeed,
};

export function ofCategory({ code, name, description }: Category): FeedSubject {
  return {
    title: `${name} - ${siteName}`,
    description: description ?? t('column.description', { name, organ: organName }),
    page: addresses.category(code),
    addressOf: (format) => addresses.categoryFeed(code, format),
  };
}

export function ofSearch(query: SearchQuery, choices: Choices): FeedSubject {
  const name = searchName(query, choices);
  const title = name === '' ? t('nav.search') : t('search.title', { query: name });
  return {
    title: `${title} - ${siteName}`,
    description: t('feed.of_search', { organ: organName }),
    page: searchAddress(query, { sort: 'date', page: 1 }),
    addressOf: (format) => searchFeedAddress(query, format),
  };
}
