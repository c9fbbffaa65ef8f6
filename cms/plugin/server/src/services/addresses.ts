import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { slugOfTitle, withSuffix } from '../domain/slug.ts';
import { ADDRESS } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';

export interface AddressBook {
  readonly slug: string;
  /** Oldest first. */
  readonly formerSlugs: readonly string[];
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

  async function bookOf(subject: string): Promise<AddressBook | null> {
    const own = await rows.findMany({ where: { subject }, orderBy: { id: 'asc' } });
    const current = own.find((row) => row.isCurrent);
    if (current === undefined) return null;
    return { slug: current.slug, formerSlugs: own.filter((row) => !row.isCurrent).map((row) => row.slug) };
  }

  async function add(subject: string, slug: string): Promise<void> {
    await rows.createMany({ data: [{ slug, subject, isCurrent: true }] });
  }

  /** Makes `slug` the current address of an item that had another; a former one of its own is taken up again. */
  async function move(subject: string, book: AddressBook, slug: string): Promise<AddressBook> {
    await rows.updateMany({ where: { subject, isCurrent: true }, data: { isCurrent: false } });
    if (book.formerSlugs.includes(slug)) {
      await rows.updateMany({ where: { subject, slug }, data: { isCurrent: true } });
    } else {
      await add(subject, slug);
    }
    return { slug, formerSlugs: [...book.formerSlugs.filter((former) => former !== slug), book.slug] };
  }

  return {
    bookOf,
    ownerOf,

    /**
     * The address under which an item is published: what its editor wrote, else what it had, else one made from the
     * title. The caller has made sure that a written slug is no other item's.
     */
    async claim(item: { documentId: string; title: string; written: string | null }): Promise<AddressBook> {
      const book = await bookOf(item.documentId);
      if (book !== null && (item.written === null || item.written === book.slug)) return book;
      if (book !== null && item.written !== null) return move(item.documentId, book, item.written);
      const fallback = `item-${item.documentId.slice(0, 8).toLowerCase()}`;
      const slug = item.written ?? (await freeSlug(slugOfTitle(item.title, fallback)));
      await add(item.documentId, slug);
      return { slug, formerSlugs: [] };
    },
  };
};

export type Addresses = ReturnType<typeof createAddresses>;
