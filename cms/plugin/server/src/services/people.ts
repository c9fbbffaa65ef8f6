import type { Core } from '@strapi/strapi';
import { dayInChina, DisclosureError, isoDateSchema, standsInOn, type Reviewer } from 'disclosure-contract';
import { z } from 'zod';
import type { StandInRow } from '../content-types/rows.ts';
import { type Administrator, administratorName } from '../domain/administrator-name.ts';
import { readInput } from '../domain/read-input.ts';
import { ORGAN, STAFF_MEMBER, STAND_IN } from '../plugin-id.ts';
import { currentAuditActor, table } from '../strapi-access.ts';
import type { Audit } from './audit.ts';
import { publishing } from './publication-lock.ts';

interface AccountRow extends Administrator {
  readonly isActive: boolean;
  readonly email: string | null;
  readonly roles: readonly { readonly code: string; readonly name: string }[];
}

/** A person with an account in the CMS. */
export interface Person extends Reviewer {
  readonly name: string;
}

const sectionsSchema = z.array(z.string().min(1).max(60)).max(50);

const standInSchema = z
  .strictObject({
    person: z.string().min(1).max(20),
    standIn: z.string().min(1).max(20),
    from: isoDateSchema,
    to: isoDateSchema,
    reason: z.string().trim().max(200).default(''),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '最后一天不能早于第一天。' })
  .refine(({ person, standIn }) => person !== standIn, { path: ['standIn'], message: '代理人不能是本人。' });

/** Who takes part in reviews: accounts, the organs they belong to, and who stands in for whom. */
export const createPeople = ({ strapi, audit }: { strapi: Core.Strapi; audit: Audit }) => {
  const accounts = table(strapi, 'admin::user');
  const roles = table(strapi, 'admin::role');
  const members = table(strapi, STAFF_MEMBER);
  const standIns = table(strapi, STAND_IN);

  async function sectionsOf(user: string): Promise<readonly string[]> {
    return (await members.findOne({ where: { user } }))?.sections ?? [];
  }

  async function find(id: string): Promise<Person | null> {
    if (!/^\d{1,9}$/.test(id)) return null;
    const account = await accounts.findOne<AccountRow>({ where: { id, isActive: true }, populate: { roles: true } });
    if (account === null) return null;
    return {
      id,
      name: administratorName(account),
      roles: account.roles.map(({ code }) => code),
      sections: await sectionsOf(id),
    };
  }

  async function get(id: string): Promise<Person> {
    const person = await find(id);
    if (person !== null) return person;
    throw new DisclosureError('person_unknown', '找不到这个帐号，或者它已停用。请刷新页面。', { id });
  }

  return {
    find,

    /** Who is signed in to the admin; null for scripts, tokens and the public API. */
    async current(): Promise<Person | null> {
      const actor = currentAuditActor(strapi);
      return actor === null ? null : find(actor.id);
    },

    /** Everyone whom a person stands in for at an instant. */
    async representedBy(id: string, at: string): Promise<Person[]> {
      const day = dayInChina(at);
      const rows = await standIns.findMany({ where: { standIn: id, from: { $lte: day }, to: { $gte: day } } });
      const people: Person[] = [];
      for (const row of rows.filter((each) => standsInOn(each, day))) {
        const person = await find(row.person);
        if (person !== null) people.push(person);
      }
      return people;
    },

    /** Everyone with an active account. */
    async all(): Promise<(Person & { readonly roleNames: readonly string[] })[]> {
      const rows = await accounts.findMany<AccountRow>({
        where: { isActive: true },
        populate: { roles: true },
        orderBy: { id: 'asc' },
      });
      const sections = new Map((await members.findMany({})).map((row) => [row.user, row.sections]));
      return rows.map((account) => ({
        id: String(account.id),
        name: administratorName(account),
        roles: account.roles.map(({ code }) => code),
        roleNames: account.roles.map(({ name }) => name),
        sections: sections.get(String(account.id)) ?? [],
      }));
    },

    /** Where letters reach these accounts. */
    async addressesOf(ids: readonly string[]): Promise<string[]> {
      if (ids.length === 0) return [];
      const rows = await accounts.findMany<AccountRow>({ where: { id: { $in: ids }, isActive: true } });
      return rows.flatMap(({ email }) => (email === null || email === '' ? [] : [email]));
    },

    /** Who stands in for any of these on a day. */
    async standInsFor(ids: readonly string[], day: string): Promise<string[]> {
      if (ids.length === 0) return [];
      const rows = await standIns.findMany({ where: { person: { $in: ids }, from: { $lte: day }, to: { $gte: day } } });
      return rows.map(({ standIn }) => standIn);
    },

    /** Every role of the admin, in the order in which they were made. */
    async roles(): Promise<{ readonly code: string; readonly name: string }[]> {
      return roles.findMany({ select: ['code', 'name'], orderBy: { id: 'asc' } });
    },

    /** The organs of these sections and all below them, by documentId: what "one's own section" is. */
    async withThoseBelow(sections: readonly string[]): Promise<string[]> {
      if (sections.length === 0) return [];
      const organs = await table(strapi, ORGAN).findMany({ select: ['id', 'documentId'], populate: { parent: true } });
      const own = new Set(sections);
      for (let size = -1; size !== own.size;) {
        size = own.size;
        for (const { documentId, parent } of organs) if (parent && own.has(parent.documentId)) own.add(documentId);
      }
      return [...own];
    },

    async assign(id: string, written: unknown): Promise<void> {
      const sections = readInput(sectionsSchema, written);
      await get(id);
      await publishing(strapi, async () => {
        const known = await members.findOne({ where: { user: id } });
        if (known === null) await members.create({ data: { user: id, sections } });
        else await members.updateMany({ where: { user: id }, data: { sections } });
        await audit.record({ event: 'staff_assigned', subject: `user:${id}`, detail: { sections } });
      });
    },

    async standIns(): Promise<StandInRow[]> {
      return standIns.findMany({ orderBy: { from: 'desc' }, limit: 500 });
    },

    async addStandIn(written: unknown): Promise<StandInRow> {
      const input = readInput(standInSchema, written);
      await get(input.person);
      await get(input.standIn);
      return publishing(strapi, async () => {
        const row = await standIns.create({ data: input });
        const { person, standIn, from, to } = input;
        await audit.record({ event: 'stand_in_added', subject: `user:${person}`, detail: { standIn, from, to } });
        return row;
      });
    },

    async removeStandIn(documentId: string): Promise<void> {
      await publishing(strapi, async () => {
        const row = await standIns.delete({ where: { documentId } });
        if (row === null) return;
        const { person, standIn, from, to } = row;
        await audit.record({ event: 'stand_in_removed', subject: `user:${person}`, detail: { standIn, from, to } });
      });
    },
  };
};

export type People = ReturnType<typeof createPeople>;
