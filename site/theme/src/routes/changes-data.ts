import type { APIRoute } from 'astro';
import { dataResponse } from '../data-response.ts';
import { publicSite } from '../public-site.ts';
import { adjustmentsData, adjustmentsTable } from '../record-data.ts';

/** What was adjusted in a year, as data. */
export const GET: APIRoute = ({ locals, params, url, rewrite }) => {
  const view = locals.disclosure.content.adjustments(params.year ?? null);
  if (view === null) return rewrite('/404');
  const site = publicSite(locals);
  const name = view.year === null ? 'adjustments' : `adjustments-${view.year}`;
  return dataResponse(url, name, {
    table: () => adjustmentsTable(view, site),
    data: () => adjustmentsData(view, site),
  });
};
