import { callerFor, type Answer, type Json } from './http.ts';
import type { RunningCms } from './running-cms.ts';

export const PASSWORD = 'Password-1';

export interface Person {
  readonly id: number;
  readonly email: string;
}

/** A new administrator, made by a script: nobody has to change such a password. */
export async function createAdministrator(cms: RunningCms, name: string, changes: object = {}): Promise<Person> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } });
  const users = cms.strapi.service('admin::user') as unknown as { create(user: object): Promise<{ id: number }> };
  const email = `${name}@example.test`;
  const { id } = await users.create({
    firstname: name,
    lastname: '王',
    email,
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
    ...changes,
  });
  return { id, email };
}

/** Each call comes from a client of its own: Strapi counts sign-ins by name and address, in the memory of its process. */
export function login(cms: RunningCms, email: unknown, password: unknown = PASSWORD): Promise<Answer> {
  return callerFor(cms)('POST', '/admin/login', { email, password });
}

export function codeOf({ body }: Answer): string | null {
  return (body as Json)?.error?.details?.code ?? null;
}

/** The refresh token that an answer sets, as a browser sends it back; null if it sets none. */
export function refreshCookie({ headers }: Answer): string | null {
  const set = headers.getSetCookie().find((cookie) => /^strapi_admin_refresh=[^;]/.test(cookie));
  return set?.split(';')[0] ?? null;
}
