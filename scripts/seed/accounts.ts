import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { loginsPath, type Login } from '../demo/seed.ts';
import type { Permission, Strapi } from './strapi.ts';

const ACCOUNTS = [
  { code: 'strapi-super-admin', role: 'Super Admin', lastname: '管理员', email: 'admin@zjj.example.gov.cn' },
  { code: 'strapi-editor', role: 'Editor', lastname: '信息员', email: 'editor@zjj.example.gov.cn' },
] as const;

const ITEM = 'plugin::disclosure.item';
const CATALOGUE = new Set(['plugin::disclosure.category', 'plugin::disclosure.organ']);
const READ = 'plugin::content-manager.explorer.read';
const DELETE = 'plugin::content-manager.explorer.delete';

/** Makes the people of the demo, and leaves no other way in. */
export async function createAccounts(strapi: Strapi, dataDir: string): Promise<void> {
  // Strapi makes two unlimited API tokens at its first start.
  await strapi.db.query('admin::api-token').deleteMany({});
  const logins: Login[] = [];
  for (const { code, role, lastname, email } of ACCOUNTS) {
    const roleId = await roleIdOf(strapi, code);
    const password = newPassword();
    await strapi.service('admin::user').create({
      email,
      firstname: '演示',
      lastname,
      password,
      isActive: true,
      roles: [roleId],
      preferedLanguage: 'zh-Hans',
    });
    logins.push({ role, email, password });
  }
  await limitEditors(strapi);
  writeFileSync(loginsPath(dataDir), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
}

/** Editors write, publish and withdraw items and upload files. The catalogue and the organs they only read. */
async function limitEditors(strapi: Strapi): Promise<void> {
  const roleId = await roleIdOf(strapi, 'strapi-editor');
  const given = await strapi.db.query('admin::permission').findMany({ where: { role: roleId } });
  const kept = given.filter(({ action, subject }) => {
    if (!subject) return true;
    if (subject === ITEM) return action !== DELETE;
    return CATALOGUE.has(subject) && action === READ;
  });
  await strapi
    .service('admin::role')
    .assignPermissions(roleId, [
      ...kept.map(written),
      { action: 'plugin::disclosure.withdraw' },
      { action: 'plugin::disclosure.pipeline.read' },
    ]);
}

function written({
  action,
  actionParameters = {},
  subject = null,
  properties = {},
  conditions = [],
}: Permission): Permission {
  return { action, actionParameters, subject, properties, conditions };
}

async function roleIdOf(strapi: Strapi, code: string): Promise<number> {
  const role = await strapi.service('admin::role').findOne({ code });
  if (role) return role.id;
  throw new Error(`Cannot create accounts: Strapi has no role "${code}"`);
}

const LETTERS = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789'] as const;

/** 20 characters without look-alikes, at least one of each kind that Strapi asks for. */
export function newPassword(): string {
  const all = LETTERS.join('');
  const chars = [...LETTERS.map(pick), ...Array.from({ length: 17 }, () => pick(all))];
  for (let at = chars.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [chars[at], chars[other]] = [chars[other] ?? '', chars[at] ?? ''];
  }
  return chars.join('');
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
