import type { APIRoute } from 'astro';
import { parseAddress } from 'disclosure-contract';
import { csvOf, csvResponse } from '../csv.ts';
import { itemData, tombstoneData } from '../item-data.ts';
import { addressOf } from '../item-address.ts';
import { dataAddress } from '../list-addresses.ts';
import { publicSite } from '../public-site.ts';
import { powerTable } from '../record-data.ts';

/** An item as data; a power as a table as well. Made when it is asked for, and never of what is not public. */
export const GET: APIRoute = ({ locals, redirect, rewrite, url }) => {
  const format = url.pathname.endsWith('.csv') ? 'csv' : 'json';
  const at = parseAddress(url.pathname.replace(/\.\w+$/, '/'));
  const answer = at?.kind === 'item' ? locals.disclosure.content.item(at.slug, at.type) : null;
  if (answer?.kind === 'moved') return redirect(dataAddress(addressOf(answer), format), 301);
  const site = publicSite(locals);
  if (answer?.kind === 'withdrawn' && format === 'json') {
    return Response.json(tombstoneData(answer.tombstone, answer.replacement, site), { status: 410 });
  }
  if (answer?.kind !== 'item') return rewrite('/404');
  const { view } = answer;
  if (format === 'json') return Response.json(itemData(view, site));
  if (view.record?.type !== 'power') return rewrite('/404');
  const { header, rows } = powerTable(view, view.record.power, site);
  return csvResponse(csvOf(header, rows), `${view.item.slug}.csv`);
};
