import type { APIRoute } from 'astro';
import { parsePowerRequest } from '../power-request.ts';
import { publicSite } from '../public-site.ts';
import { powersData, powersTable } from '../record-data.ts';
import { dataResponse } from '../data-response.ts';

/** The list of powers as data, with the filters of its page. Made when it is asked for. */
export const GET: APIRoute = ({ locals, url }) => {
  const { filter, problems } = parsePowerRequest(url.searchParams);
  if (problems.length > 0) return new Response(null, { status: 400 });
  const view = locals.disclosure.content.powers(filter);
  const site = publicSite(locals);
  return dataResponse(url, 'powers', { table: () => powersTable(view, site), data: () => powersData(view, site) });
};
