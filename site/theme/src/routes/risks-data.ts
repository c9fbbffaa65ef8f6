import type { APIRoute } from 'astro';
import { parseRiskRequest } from '../power-request.ts';
import { publicSite } from '../public-site.ts';
import { risksData, risksTable } from '../record-data.ts';
import { dataResponse } from '../data-response.ts';

/** The table of risk points as data, with the filters of its page. */
export const GET: APIRoute = ({ locals, url }) => {
  const { filter, problems } = parseRiskRequest(url.searchParams);
  if (problems.length > 0) return new Response(null, { status: 400 });
  const view = locals.disclosure.content.risks(filter);
  const site = publicSite(locals);
  return dataResponse(url, 'risk-points', { table: () => risksTable(view, site), data: () => risksData(view, site) });
};
