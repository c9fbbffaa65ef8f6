import { addresses, NEWS_FEED_FORMATS, type PreviewEffect } from 'disclosure-contract';
import { itemPathOf } from './item-path.ts';
import type { TouchedPages } from './touched-pages.ts';

const FEEDS: ReadonlySet<string> = new Set(NEWS_FEED_FORMATS.map(addresses.newsFeed));
const isSitemap = (path: string) => /^\/sitemap[.-]/.test(path);
/** 权责清单、廉政风险点、动态调整: what stands below the branch of powers and is no item's. */
const isListOfPowers = (path: string) => path.startsWith(addresses.powers()) && itemPathOf(path) === null;
const isList = (path: string) =>
  path === addresses.services() ||
  path.startsWith(addresses.catalogue()) ||
  path.startsWith(addresses.organs()) ||
  isListOfPowers(path);

/** What a change does to the site, counted for people. */
export function effectOf({ own, touched, gone }: TouchedPages, isNew: boolean): PreviewEffect {
  const paths = [...own, ...touched, ...gone];
  const pages = paths.filter((path) => !FEEDS.has(path) && !isSitemap(path));
  return {
    pages: pages.length,
    lists: pages.filter(isList).length,
    feeds: paths.filter((path) => FEEDS.has(path)).length,
    sitemaps: paths.filter(isSitemap).length,
    isNew,
  };
}
