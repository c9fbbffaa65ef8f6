import type { APIRoute } from 'astro';
import { categoryData } from '../list-data.ts';
import { publicSite } from '../public-site.ts';

export const GET: APIRoute = ({ locals, params, rewrite }) => {
  const view = locals.disclosure.content.category(params.code ?? '');
  return view === null ? rewrite('/404') : Response.json(categoryData(view, publicSite(locals)));
};
