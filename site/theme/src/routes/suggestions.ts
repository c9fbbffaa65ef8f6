import type { APIRoute } from 'astro';
import { QUERY_LENGTH } from '../search-request.ts';
import { suggestionsData } from '../suggestions-data.ts';

/** What somebody may be looking for, while they type. */
export const GET: APIRoute = ({ locals, url }) => {
  const text = [...(url.searchParams.get('q') ?? '')].slice(0, QUERY_LENGTH).join('');
  return Response.json(suggestionsData(locals.disclosure.content.suggestions(text)));
};
