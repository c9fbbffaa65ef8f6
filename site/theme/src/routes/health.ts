import type { APIRoute } from 'astro';

/** 503 only when there is nothing to show: a node that lags or rebuilds still answers citizens. */
export const GET: APIRoute = ({ locals }) => {
  const health = locals.disclosure.health();
  const hasNeverSynced = health.ageSeconds === null || health.state === 'syncing';
  return Response.json(health, {
    status: hasNeverSynced ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
};
