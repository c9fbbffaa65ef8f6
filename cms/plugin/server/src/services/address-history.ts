import type { Core } from '@strapi/strapi';
import type { Approval } from 'disclosure-contract';
import type { ChangeRow } from '../content-types/rows.ts';
import { administratorName } from '../domain/administrator-name.ts';
import { shownAt, versionAt, type AddressState, type Shown } from '../domain/address-history.ts';
import { sha256 } from '../domain/sha256.ts';
import { ADDRESS, CHANGE } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import { toInstant } from './instant.ts';

type Head = Pick<ChangeRow, 'seq' | 'kind' | 'title'> & { readonly at: string };

/** Versions in the list beside the answer, the newest. */
const MOST_LISTED = 100;

export interface AddressAnswer {
  readonly slug: string;
  /** The instant that was asked about. */
  readonly at: string;
  readonly state: AddressState;
  /** The version that held then. */
  readonly version:
    | (Head & {
        /** When the next version took its place; null where it is the latest. */
        readonly until: string | null;
        /** Whom it reached at most. */
        readonly audience: ChangeRow['audience'];
        readonly payloadSha256: string;
        readonly approval: Approval | null;
        /** Who published or withdrew it. */
        readonly actor: string | null;
      })
    | null;
  readonly shown: Shown;
  /** What organs and categories of the version were called then, by documentId. */
  readonly names: Readonly<Record<string, string>>;
  /** Everything that happened to the item, newest first. */
  readonly versions: readonly Head[];
}

/** Answers from the immutable versions what an address showed at some time. */
export const createAddressHistory = ({ strapi }: { strapi: Core.Strapi }) => {
  const changes = table(strapi, CHANGE);

  async function headsOf(subject: string): Promise<Head[]> {
    const rows = await changes.findMany({
      where: { subject },
      select: ['seq', 'at', 'kind', 'title'],
      orderBy: { seq: 'asc' },
    });
    return rows.map(({ seq, at, kind, title }) => ({ seq, at: toInstant(at), kind, title }));
  }

  async function describe(seq: number) {
    const row = await changes.findOne({ where: { seq } });
    if (row === null) return null;
    const user = row.actor === null ? null : await table(strapi, 'admin::user').findOne({ where: { id: row.actor } });
    return {
      row,
      facts: {
        audience: row.audience,
        payloadSha256: sha256(row.payload),
        approval: approvalOf(row),
        actor: row.actor === null ? null : user === null ? `#${row.actor}` : administratorName(user),
      },
    };
  }

  async function namesAt(shown: Shown, at: string): Promise<Record<string, string>> {
    if (!('item' in shown)) return {};
    const { publisher, responsible, categories } = shown.item;
    const subjects = [publisher, ...categories, ...(responsible === null ? [] : [responsible])];
    const rows = await changes.findMany({
      where: { subject: { $in: subjects } },
      select: ['seq', 'at', 'subject', 'title'],
    });
    const named = rows.map((row) => ({ ...row, at: toInstant(row.at) }));
    return Object.fromEntries(
      subjects.flatMap((subject) => {
        const held = versionAt(
          named.filter((row) => row.subject === subject),
          at,
        );
        return held === null ? [] : [[subject, held.version.title]];
      }),
    );
  }

  return {
    /** What `slug` showed at an instant. An address that no item ever had showed nothing. */
    async addressAt(slug: string, at: string): Promise<AddressAnswer> {
      const address = await table(strapi, ADDRESS).findOne({ where: { slug } });
      const heads = address === null ? [] : await headsOf(address.subject);
      const versions = heads.slice(-MOST_LISTED).reverse();
      const held = versionAt(heads, at);
      const found = held === null ? null : await describe(held.version.seq);
      if (held === null || found === null) {
        return { slug, at, state: 'never', version: null, shown: { state: 'never' }, names: {}, versions };
      }
      const shown = shownAt(slug, found.row);
      const version = { ...held.version, until: held.until, ...found.facts };
      return { slug, at, state: shown.state, version, shown, names: await namesAt(shown, at), versions };
    },
  };
};

/** Of a version from before approvals were kept, null. */
function approvalOf({ approval, contentHash }: ChangeRow): Approval | null {
  return approval === null || contentHash === null ? null : { id: approval, contentHash };
}

export type AddressHistory = ReturnType<typeof createAddressHistory>;
