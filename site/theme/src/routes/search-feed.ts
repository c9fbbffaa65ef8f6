import type { APIRoute } from 'astro';
import { newsFeedFormatOf } from 'disclosure-contract';
import { ofSearch } from '../feed-subjects.ts';
import { feedResponse } from '../feeds.ts';
import { publicSite } from '../public-site.ts';
import { searchChoices } from '../search-options.ts';
import { parseSearchRequest } from '../search-request.ts';

/** What is new in a search, with its parameters. Made when it is asked for. */
export const GET: APIRoute = ({ locals, rewrite, url }) => {
  const { content } = locals.disclosure;
  const choices = searchChoices(content);
  const { query, problems } = parseSearchRequest(url.searchParams, choices);
  const format = newsFeedFormatOf(url.pathname);
  if (format === null) return rewrite('/404');
  if (problems.length > 0) return new Response(null, { status: 400 });
  return feedResponse(format, content.searchFeed(query), ofSearch(query, choices), publicSite(locals));
};
