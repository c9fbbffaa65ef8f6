import type { Core } from '@strapi/strapi';
import { dayInChina, indexNumberPeriod, itemSchema, type IsoDate } from 'disclosure-contract';
import { CHANGE, REGISTRATION } from '../plugin-id.ts';
import { configOf, table } from '../strapi-access.ts';
import { toInstant } from './instant.ts';
import type { Ledger } from './ledger.ts';

/** What was decided when an item was first published. */
export interface Registration {
  readonly indexNo: string;
  readonly firstPublishedAt: string;
  readonly originalDate: IsoDate | null;
}

interface FirstPublication {
  readonly documentId: string;
  readonly prefix: string;
  readonly at: string;
  readonly originalDate: IsoDate | null;
}

/**
 * Numbers and first days of items, apart from the items themselves: a draft shows them, and whatever a draft came to say,
 * it is published with what stands here.
 */
export const createRegister = ({ strapi, ledger }: { strapi: Core.Strapi; ledger: Ledger }) => {
  const rows = table(strapi, REGISTRATION);

  async function registered(subject: string): Promise<Registration | null> {
    const row = await rows.findOne({ where: { subject } });
    if (row === null) return null;
    const { indexNo, firstPublishedAt, originalDate } = row;
    return { indexNo, firstPublishedAt: toInstant(firstPublishedAt), originalDate };
  }

  /** Items that were published before there was a register stand in the feed alone. */
  async function fromFeed(subject: string): Promise<Registration | null> {
    const change = await table(strapi, CHANGE).findOne({
      where: { subject, kind: 'item_published' },
      orderBy: { seq: 'desc' },
    });
    if (change === null) return null;
    const { indexNo, firstPublishedAt, originalDate } = itemSchema.parse(JSON.parse(change.payload));
    return { indexNo, firstPublishedAt, originalDate };
  }

  async function decide(prefix: string, days: Omit<Registration, 'indexNo'>): Promise<Registration> {
    const { firstPublishedAt, originalDate } = days;
    // An imported item is numbered in the period in which it was first public, so that one import fits five digits.
    const day = originalDate ?? dayInChina(firstPublishedAt);
    const period = indexNumberPeriod(day, configOf(strapi).indexNumberPeriod);
    return { indexNo: await ledger.nextIndexNumber(prefix, period), firstPublishedAt, originalDate };
  }

  async function add(subject: string, { indexNo, firstPublishedAt, originalDate }: Registration): Promise<void> {
    await rows.createMany({ data: [{ subject, indexNo, firstPublishedAt, originalDate }] });
  }

  return {
    /** Null for an item that was never published. */
    async find(subject: string): Promise<Registration | null> {
      return (await registered(subject)) ?? (await fromFeed(subject));
    },

    /**
     * The registration that publishing an item now would give it. A number that is still to be given has no figures: it is
     * counted in the transaction of the publication, and stands behind all others of its period.
     */
    async foresee({ documentId, prefix, at, originalDate }: FirstPublication): Promise<Registration> {
      const known = (await registered(documentId)) ?? (await fromFeed(documentId));
      if (known !== null) return known;
      const period = indexNumberPeriod(originalDate ?? dayInChina(at), configOf(strapi).indexNumberPeriod);
      return { indexNo: `${prefix}/${period}-_____`, firstPublishedAt: at, originalDate };
    },

    /** The registration of an item that is being published, made when it has none. Only inside a publication. */
    async enter({ documentId, prefix, at, originalDate }: FirstPublication): Promise<Registration> {
      const known = await registered(documentId);
      if (known !== null) return known;
      const published = await fromFeed(documentId);
      const isFree = published !== null && (await rows.findOne({ where: { indexNo: published.indexNo } })) === null;
      const registration = isFree
        ? published
        : await decide(prefix, published ?? { firstPublishedAt: at, originalDate });
      await add(documentId, registration);
      return registration;
    },
  };
};

export type Register = ReturnType<typeof createRegister>;
