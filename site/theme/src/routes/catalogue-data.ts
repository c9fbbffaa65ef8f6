import type { APIRoute } from 'astro';
import { catalogueData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ locals }) =>
  Response.json(catalogueData(locals.disclosure.content.tree(), publicSite(locals)));
