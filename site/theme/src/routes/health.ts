import type { APIRoute } from 'astro';

/** 503 only when there is nothing to show: a node that lags, rebuilds or was restarted alone still answers citizens. */
export const GET: APIRoute = ({ locals }) => {
  const health = locals.disclosure.health();
  return Response.json(health, {
    status: health.state === 'syncing' ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
};
