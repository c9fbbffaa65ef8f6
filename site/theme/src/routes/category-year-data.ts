import type { APIRoute } from 'astro';
import { addresses } from 'disclosure-contract';
import { dataAddress } from '../list-addresses.ts';
import { yearData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';
import { hasNumberedPages, parseYearAddress } from '../year-pages.ts';

export const GET: APIRoute = ({ locals, params, redirect, rewrite }) => {
  const asked = parseYearAddress(params);
  const view = asked && locals.disclosure.content.categoryYear(asked.code, asked.year, asked.page);
  if (!view) return rewrite('/404');
  // Not for good: the year may grow.
  if (view.page !== null && !hasNumberedPages(view)) {
    return redirect(dataAddress(addresses.categoryYear(view.category.code, view.year)), 302);
  }
  return Response.json(yearData(view, publicSite(locals)));
};
