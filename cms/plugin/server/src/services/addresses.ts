import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { AddressRow, Reach } from '../content-types/rows.ts';
import { isSlugOf, slugOfTitle, withSuffix } from '../domain/slug.ts';
import { isNarrower, widest } from '../domain/travel.ts';
import { ADDRESS } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

export interface AddressBook {
  readonly slug: string;
  /** Oldest first. */
  readonly formerSlugs: readonly string[];
}

export interface AddressClaim {
  readonly documentId: string;
  readonly title: string;
  /** Title of the version before, or null at the first publication. */
  readonly formerTitle: string | null;
  /** What the editor wrote or left as it was. */
  readonly written: string | null;
  /** Whom the version travels to. */
  readonly reach: Reach;
}

/** Addresses of items. Call these while publishing only: they rely on no one else doing so at the same time. */
export const createAddresses = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = table(strapi, ADDRESS);

  async function ownerOf(slug: string): Promise<string | null> {
    return (await rows.findOne({ where: { slug } }))?.subject ?? null;
  }

  async function freeSlug(wanted: string): Promise<string> {
    if ((await ownerOf(wanted)) === null) return wanted;
    for (let attempt = 2; ; attempt += 1) {
      const suffix = attempt < 6 ? String(attempt) : randomInt(36 ** 4, 36 ** 5).toString(36);
      const slug = withSuffix(wanted, suffix);
      if ((await ownerOf(slug)) === null) return slug;
    }
  }

  async function addressesOf(subject: string): Promise<AddressRow[]> {
    return rows.findMany({ where: { subject }, orderBy: { id: 'asc' } });
  }

  /** The current address and, of the former ones, those that were published to `reach` or wider; all, if it is not given. */
  async function bookOf(subject: string, reach: Reach = 'none'): Promise<AddressBook | null> {
    const own = await addressesOf(subject);
    const current = own.find((row) => row.isCurrent);
    if (current === undefined) return null;
    const former = own.filter((row) => !row.isCurrent && !isNarrower(reachOfAddress(row), reach));
    return { slug: current.slug, formerSlugs: former.map((row) => row.slug) };
  }

  /** Makes `slug` the current address of an item; a former one of its own is taken up again. */
  async function moveTo(subject: string, slug: string, reach: Reach): Promise<void> {
    await rows.updateMany({ where: { subject, isCurrent: true }, data: { isCurrent: false } });
    const own = (await addressesOf(subject)).find((row) => row.slug === slug);
    if (own === undefined) {
      await rows.createMany({ data: [{ slug, subject, reach, isCurrent: true }] });
    } else {
      const data = { isCurrent: true, reach: widest(reachOfAddress(own), reach) };
      await rows.updateMany({ where: { subject, slug }, data });
    }
  }

  /** The address that a claim comes to, and the one that it takes the place of. */
  async function choose(claim: AddressClaim): Promise<{ slug: string; current: AddressRow | undefined }> {
    const { documentId, title, written } = claim;
    const current = (await addressesOf(documentId)).find((row) => row.isCurrent);
    const kept = current === undefined || (written ?? current.slug) !== current.slug ? null : current;
    const fallback = `item-${documentId.slice(0, 8).toLowerCase()}`;
    const isNew = kept === null ? written === null : tellsFormerTitle(kept, claim);
    const slug = isNew ? await freeSlug(slugOfTitle(title, fallback)) : (written ?? kept?.slug ?? '');
    return { slug, current };
  }

  return {
    bookOf,
    ownerOf,

    /** What {@link claim} would give now. Claims nothing, and may be called at any time. */
    async foresee(claim: AddressClaim): Promise<AddressBook> {
      const { slug } = await choose(claim);
      const book = await bookOf(claim.documentId, claim.reach);
      if (book === null || book.slug === slug) return { slug, formerSlugs: book?.formerSlugs ?? [] };
      return { slug, formerSlugs: [...book.formerSlugs.filter((former) => former !== slug), book.slug] };
    },

    /**
     * The address under which an item is published: what its editor wrote, else what it had, else one made from the
     * title. The caller has made sure that a written slug is no other item's.
     */
    async claim(claim: AddressClaim): Promise<AddressBook> {
      const { documentId, reach } = claim;
      const { slug, current } = await choose(claim);
      const isKnown = slug === current?.slug && !isNarrower(reachOfAddress(current), reach);
      if (!isKnown) await moveTo(documentId, slug, reach);
      return (await bookOf(documentId, reach)) ?? { slug, formerSlugs: [] };
    },
  };
};

/** Rows from before reaches were noted count as known to everyone, so that no redirect is lost. */
function reachOfAddress(row: AddressRow): Reach {
  return row.reach ?? 'public';
}

/** An address holds the title it was made from, in pinyin: a wider audience must not read a title it was not meant to. */
function tellsFormerTitle(address: AddressRow, { title, formerTitle, reach }: AddressClaim): boolean {
  if (formerTitle === null || !isNarrower(reachOfAddress(address), reach)) return false;
  return isSlugOf(address.slug, formerTitle) && !isSlugOf(address.slug, title);
}

export type Addresses = ReturnType<typeof createAddresses>;
