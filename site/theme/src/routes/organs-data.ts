import type { APIRoute } from 'astro';
import { organData, organsData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';

/** All organs, or one. */
export const GET: APIRoute = ({ locals, params, rewrite }) => {
  const { content } = locals.disclosure;
  const site = publicSite(locals);
  if (params.code === undefined) return Response.json(organsData(content.organs(), site));
  const view = content.organ(params.code);
  return view === null ? rewrite('/404') : Response.json(organData(view, site));
};
