import type { APIRoute } from 'astro';
import { publicSite } from '../public-site.ts';
import { sitemapOf } from '../sitemaps.ts';
import { xmlResponse } from '../xml.ts';

export const GET: APIRoute = ({ cache, locals }) => {
  const view = locals.disclosure.content.sitemapPages();
  cache.set({ tags: view.tags });
  return xmlResponse(sitemapOf(view, publicSite(locals)), 'application/xml');
};
