import type { APIRoute } from 'astro';
import { servicesData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';

/** Services from A to Z, as data. */
export const GET: APIRoute = ({ locals }) =>
  Response.json(servicesData(locals.disclosure.content.services(), publicSite(locals)));
