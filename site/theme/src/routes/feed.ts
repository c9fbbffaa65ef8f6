import type { APIRoute } from 'astro';
import { newsFeedFormatOf } from 'disclosure-contract';
import { ofSite } from '../feed-subjects.ts';
import { feedResponse } from '../feeds.ts';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ cache, locals, url }) => {
  const view = locals.disclosure.content.feed();
  cache.set({ tags: view.tags });
  return feedResponse(newsFeedFormatOf(url.pathname) ?? 'rss', view, ofSite, publicSite(locals));
};
