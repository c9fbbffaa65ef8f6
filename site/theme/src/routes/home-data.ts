import type { APIRoute } from 'astro';
import { homeData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ locals }) =>
  Response.json(homeData(locals.disclosure.content.home(), publicSite(locals)));
