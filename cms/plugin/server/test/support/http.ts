import type { RunningCms } from './running-cms.ts';

/** Parsed JSON: what a test reads of it, it expects. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has no type until it is looked at
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Calls the CMS over HTTP, with a bearer token if there is one. */
export function callerFor(cms: RunningCms, token?: string): Caller {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(cms.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: jsonOr(text) };
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Signs in an administrator who may do everything. */
export function signIn(cms: RunningCms): Promise<string> {
  return signInAs(cms, 'strapi-super-admin', 'admin@example.test');
}

/** Signs in somebody who may write and publish, and sets nothing up. */
export function signInEditor(cms: RunningCms): Promise<string> {
  return signInAs(cms, 'strapi-editor', 'editor@example.test');
}

async function signInAs(cms: RunningCms, code: string, email: string): Promise<string> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } });
  const password = 'Password-1';
  const users = cms.strapi.service('admin::user') as unknown as { create(user: object): Promise<unknown> };
  await users.create({
    firstname: '管',
    lastname: '理',
    email,
    password,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const { body } = await callerFor(cms)('POST', '/admin/login', { email, password });
  return body.data.token;
}
