import type { APIRoute } from 'astro';
import { newsFeedFormatOf } from 'disclosure-contract';
import { ofCategory } from '../feed-subjects.ts';
import { feedResponse } from '../feeds.ts';
import { publicSite } from '../public-site.ts';

/** What is new in a category and below it. Made when it is asked for. */
export const GET: APIRoute = ({ locals, params, rewrite, url }) => {
  const feed = locals.disclosure.content.categoryFeed(params.code ?? '');
  const format = newsFeedFormatOf(url.pathname);
  if (feed === null || format === null) return rewrite('/404');
  return feedResponse(format, feed, ofCategory(feed.category), publicSite(locals));
};
