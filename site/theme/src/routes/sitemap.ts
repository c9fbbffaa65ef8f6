import type { APIRoute } from 'astro';
import { publicSite } from '../public-site.ts';
import { sitemapIndexOf } from '../sitemaps.ts';
import { xmlResponse } from '../xml.ts';

export const GET: APIRoute = ({ cache, locals }) => {
  const view = locals.disclosure.content.sitemap();
  cache.set({ tags: view.tags });
  return xmlResponse(sitemapIndexOf(view, publicSite(locals)), 'application/xml');
};
