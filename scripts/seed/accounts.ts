import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { loginsPath, type Login } from '../demo/seed.ts';
import { POSTS, SUPER_ADMIN } from './posts.ts';
import type { Strapi } from './strapi.ts';

/** Codes of the organs that the people of a demo belong to. */
export interface Postings {
  /** One officer each, of two sections. */
  readonly officers: readonly [string, string];
  /** Those whose work the section head checks. */
  readonly sectionHead: readonly string[];
}

interface Account {
  readonly code: string;
  /** Name of the role. */
  readonly role: string;
  /** The part of the e-mail address before the @. */
  readonly mailbox: string;
  /** Codes of organs. */
  readonly sections: readonly string[];
}

/**
 * One person for each role of the plugin, and who sets everything up. There are two officers, and two who review
 * confidentiality: a notice of what one of them withholds is reviewed by the other.
 */
function accountsFor({ officers, sectionHead }: Postings): Account[] {
  const [first, second] = officers;
  return [
    { ...SUPER_ADMIN, mailbox: 'admin', sections: [] },
    { ...POSTS.officer, mailbox: 'officer', sections: [first] },
    { ...POSTS.officer, mailbox: 'officer2', sections: [second] },
    { ...POSTS.sectionHead, mailbox: 'section-head', sections: sectionHead },
    { ...POSTS.confidentialityReviewer, mailbox: 'confidentiality', sections: [] },
    { ...POSTS.confidentialityReviewer, mailbox: 'confidentiality2', sections: [] },
    { ...POSTS.deputyHead, mailbox: 'deputy-head', sections: [] },
    { ...POSTS.head, mailbox: 'head', sections: [] },
    { ...POSTS.office, mailbox: 'office', sections: [] },
  ];
}

/** Makes the people of a demo, and leaves no other way in. */
export async function createAccounts(strapi: Strapi, dataDir: string, postings: Postings): Promise<void> {
  // Strapi makes two unlimited API tokens at its first start.
  await strapi.db.query('admin::api-token').deleteMany({});
  const logins: Login[] = [];
  for (const account of accountsFor(postings)) logins.push(await create(strapi, account));
  writeFileSync(loginsPath(dataDir), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
}

async function create(strapi: Strapi, { code, role, mailbox, sections }: Account): Promise<Login> {
  const email = `${mailbox}@zjj.example.gov.cn`;
  const password = newPassword();
  const organs = await strapi.db.query('plugin::disclosure.organ').findMany({ where: { code: { $in: sections } } });
  const ownSections = organs.map(({ shortName, name }) => shortName ?? name);
  const { id } = await strapi.service('admin::user').create({
    email,
    firstname: role === SUPER_ADMIN.role ? '管理员' : role,
    lastname: ownSections.length === 1 ? `演示${ownSections[0]}` : '演示',
    password,
    isActive: true,
    roles: [await roleIdOf(strapi, code)],
    preferedLanguage: 'zh-Hans',
  });
  const documentIds = organs.map(({ documentId }) => documentId);
  if (documentIds.length > 0) await strapi.plugin('disclosure').service('people').assign(String(id), documentIds);
  return { role, sections: ownSections, email, password };
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
