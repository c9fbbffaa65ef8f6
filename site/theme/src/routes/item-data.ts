import type { APIRoute } from 'astro';
import { dataResponse } from '../data-response.ts';
import { itemPageAt } from '../node/item-path.ts';
import { publicSite } from '../public-site.ts';
import { itemData, powerTable } from '../record-data.ts';

/** A power, a guide or a risk point as data; a power as a table as well. */
export const GET: APIRoute = ({ locals, url, rewrite }) => {
  const at = itemPageAt(url.pathname.replace(/\.\w+$/, '/'));
  const answer = at && locals.disclosure.content.item(at.slug, at.type);
  const view = answer?.kind === 'item' ? answer.view : null;
  const record = view?.record ?? null;
  if (view === null || record === null) return rewrite('/404');
  const isTable = url.pathname.endsWith('.csv');
  if (isTable && record.type !== 'power') return rewrite('/404');
  const site = publicSite(locals);
  return dataResponse(url, view.item.slug, {
    table: () => (record.type === 'power' ? powerTable(view, record.power, site) : { header: [], rows: [] }),
    data: () => itemData(view, record, site),
  });
};
