import type { APIRoute } from 'astro';
import { dataCatalogue } from '../data-catalogue.ts';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ locals }) =>
  Response.json(dataCatalogue(publicSite(locals)), { headers: { 'content-type': 'application/ld+json' } });
