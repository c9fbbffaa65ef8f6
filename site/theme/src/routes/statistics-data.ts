import type { APIRoute } from 'astro';
import { dataResponse } from '../data-response.ts';
import { publicSite } from '../public-site.ts';
import { statisticsData, statisticsTable } from '../statistics-data.ts';

/** How much was published, as data. */
export const GET: APIRoute = ({ locals, url }) => {
  const view = locals.disclosure.content.statistics();
  return dataResponse(url, 'statistics', {
    table: () => statisticsTable(view),
    data: () => statisticsData(view, publicSite(locals)),
  });
};
