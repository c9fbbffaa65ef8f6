import type { APIRoute } from 'astro';
import { atomOf } from '../feeds.ts';
import { publicSite } from '../public-site.ts';
import { xmlResponse } from '../xml.ts';

export const GET: APIRoute = ({ cache, locals }) => {
  const view = locals.disclosure.content.feed();
  cache.set({ tags: view.tags });
  return xmlResponse(atomOf(view, publicSite(locals)), 'application/atom+xml');
};
