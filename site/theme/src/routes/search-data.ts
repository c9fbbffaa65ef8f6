import type { APIRoute } from 'astro';
import { searchData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';
import { searchChoices } from '../search-options.ts';
import { parseSearchRequest } from '../search-request.ts';

/** A search as data, with its parameters. Without any, everything: newest first. */
export const GET: APIRoute = ({ locals, url }) => {
  const { content } = locals.disclosure;
  const choices = searchChoices(content);
  const { query, problems } = parseSearchRequest(url.searchParams, choices);
  if (problems.length > 0) return new Response(null, { status: 400 });
  return Response.json(searchData(query, content.search(query), choices, publicSite(locals)));
};
