import type { APIRoute } from 'astro';
import { openApi } from '../openapi.ts';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ locals }) => Response.json(openApi(publicSite(locals)));
