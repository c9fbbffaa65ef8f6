import type { APIRoute } from 'astro';
import { publicSite } from '../public-site.ts';
import { parseSitemapAddress, sitemapOf } from '../sitemaps.ts';
import { xmlResponse } from '../xml.ts';

export const GET: APIRoute = ({ cache, locals, params, rewrite }) => {
  const asked = parseSitemapAddress(params.year);
  const view = asked && locals.disclosure.content.sitemapYear(asked.year, asked.part);
  if (!view) return rewrite('/404');
  cache.set({ tags: view.tags });
  return xmlResponse(sitemapOf(view, publicSite(locals)), 'application/xml');
};
