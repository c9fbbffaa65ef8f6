import { SUPER_ADMIN } from '../../../scripts/seed/posts.ts';
import { signInsOf, type SharedDemo } from './shared-demo.ts';

export interface AdminApi {
  ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** The administrator of the demo, through the API that the admin panel uses. */
export function administrator(demo: Pick<SharedDemo, 'cmsUrl' | 'logins' | 'tokens'>): AdminApi {
  const signIns = signInsOf(demo);
  return {
    ask: async (method, path, body) => call(demo.cmsUrl + path, method, body, await signIns.tokenOf(SUPER_ADMIN.role)),
  };
}

async function call<Answer>(url: string, method: string, body: unknown, token: string): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}
