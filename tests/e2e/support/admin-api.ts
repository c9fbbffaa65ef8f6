import type { SharedDemo } from './shared-demo.ts';

export interface AdminApi {
  ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** The administrator of the demo, through the API that the admin panel uses. */
export async function administrator({ cmsUrl, logins }: Pick<SharedDemo, 'cmsUrl' | 'logins'>): Promise<AdminApi> {
  const { email, password } = loginOf(logins, 'Super Admin');
  const { data } = await call<{ data: { token: string } }>(`${cmsUrl}/admin/login`, 'POST', { email, password });
  return { ask: (method, path, body) => call(cmsUrl + path, method, body, data.token) };
}

export function loginOf(logins: SharedDemo['logins'], role: string): SharedDemo['logins'][number] {
  const login = logins.find((each) => each.role === role);
  if (!login) throw new Error(`The demo has no login of role "${role}"`);
  return login;
}

async function call<Answer>(url: string, method: string, body?: unknown, token?: string): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}
