import type { Core } from '@strapi/strapi';
import { addresses as paths, type Addressed } from 'disclosure-contract';
import type { Finding } from 'disclosure-contract/checks';
import type { ItemWithRelations } from '../content-types/rows.ts';
import { deadLink, ownLinksIn } from '../domain/own-links.ts';
import { isNarrower, reachOf } from '../domain/travel.ts';
import { CATEGORY, CHANGE, CHANGE_FILE, ORGAN } from '../plugin-id.ts';
import { configOf, table } from '../strapi-access.ts';
import type { Addresses } from './addresses.ts';

/** The address of a draft that has none and has chosen none: no item has it. */
const OWN_SLUG = '-';

/** Links between what this site shows: whether what a draft links to is there for its readers. */
export const createOwnLinks = ({ strapi, addresses }: { strapi: Core.Strapi; addresses: Addresses }) => {
  /** Where in the feed the public version of an item stands, if the readers of `draft` may see it. */
  async function versionFor(draft: ItemWithRelations, subject: string): Promise<number | null> {
    const where = { subject, isLatest: true, kind: 'item_published' };
    const version = await table(strapi, CHANGE).findOne({ where, select: ['seq', 'audience'] });
    return version === null || isNarrower(version.audience, reachOf(draft)) ? null : version.seq;
  }

  async function hasFile(changeSeq: number, fileName: string): Promise<boolean> {
    return (await table(strapi, CHANGE_FILE).findOne({ where: { changeSeq, fileName }, select: ['id'] })) !== null;
  }

  return {
    /** `ownFiles` are the names that the draft's files would have below its address. */
    async deadLinksOf(draft: ItemWithRelations, ownFiles: ReadonlySet<string>): Promise<Finding[]> {
      const { documentId, body } = draft;
      const slug = (await addresses.bookOf(documentId))?.slug ?? draft.slug ?? OWN_SLUG;

      async function isThere(to: Addressed): Promise<boolean> {
        if (to.kind === 'category')
          return (await table(strapi, CATEGORY).findOne({ where: { code: to.code } })) !== null;
        if (to.kind === 'organ') return (await table(strapi, ORGAN).findOne({ where: { code: to.code } })) !== null;
        const owner = to.slug === slug ? documentId : await addresses.ownerOf(to.slug);
        if (owner === documentId) return to.kind === 'item' || ownFiles.has(to.fileName);
        const version = owner === null ? null : await versionFor(draft, owner);
        return version !== null && (to.kind === 'item' || (await hasFile(version, to.fileName)));
      }

      const { siteUrl } = configOf(strapi);
      const page = paths.item(slug, draft.type);
      const findings: Finding[] = [];
      for (const link of ownLinksIn(body ?? '', { siteUrl, page })) {
        if (!(await isThere(link.to))) findings.push(deadLink(link));
      }
      return findings;
    },
  };
};

export type OwnLinks = ReturnType<typeof createOwnLinks>;
