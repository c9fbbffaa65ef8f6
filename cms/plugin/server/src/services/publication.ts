import type { Core } from '@strapi/strapi';
import type { ItemWithRelations } from '../content-types/rows.ts';
import { versionOf } from '../domain/payloads.ts';
import type { Problem } from '../domain/problem.ts';
import { reachOf } from '../domain/travel.ts';
import { refuse } from '../errors.ts';
import { ITEM_UIDS } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { AddressBook, Addresses } from './addresses.ts';
import type { Approvals } from './approvals.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import type { DraftVersions } from './draft-versions.ts';
import type { Drafts } from './drafts.ts';
import { publishing } from './publication-lock.ts';
import type { Register, Registration } from './register.ts';
import type { Versions } from './versions.ts';
import type { WithholdingService } from './withholding.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly register: Register;
  readonly addresses: Addresses;
  readonly versions: Versions;
  readonly approvals: Approvals;
  readonly withholding: WithholdingService;
  readonly changes: Changes;
  readonly audit: Audit;
  readonly draftVersions: DraftVersions;
}

interface Stamp {
  readonly registration: Registration;
  readonly book: AddressBook;
}

/** Publishing an item: checks, number and address, Strapi's own publish, and the change row, in one transaction. */
export const createPublication = ({
  strapi,
  drafts,
  register,
  addresses,
  versions,
  approvals,
  withholding,
  changes,
  audit,
  draftVersions,
}: Parts) => {
  /** What the system decides at first publication and never again: number, time; and the address, which may change. */
  async function stamp(draft: ItemWithRelations, prefix: string, at: string): Promise<Stamp> {
    const { documentId, originalDate } = draft;
    const registration = await register.enter({ documentId, prefix, at, originalDate });
    const book = await addresses.claim({
      documentId,
      title: draft.title ?? '',
      formerTitle: (await changes.latestOf(documentId))?.title ?? null,
      written: draft.slug === '' ? null : draft.slug,
      reach: reachOf(draft),
    });

    const data = {
      ...registration,
      slug: book.slug,
      withdrawnAt: null,
      withdrawalReason: null,
      replacedBy: null,
      contributors: [],
      revisionNote: null,
      // Stamping is not editing: without this the list would show the item as modified since its publication.
      updatedAt: at,
    };
    await table(strapi, ITEM_UIDS[draft.type]).updateMany({ where: { id: draft.id }, data });
    return { registration, book };
  }

  return {
    async publish(documentId: string, strapiPublish: () => Promise<unknown>): Promise<unknown> {
      const collected = await versions.collect(documentId);
      return publishing(strapi, async () => {
        const version = await versions.read(documentId, collected);
        if (version === null) return strapiPublish();

        const at = new Date().toISOString();
        refuseIncomplete(await versions.problemsOf(version, at));
        const approval = await approvals.require(version, at);
        const { draft, described, files, contentHash } = version;
        const former = await changes.formerVersion(documentId, reachOf(draft));
        const { registration, book } = await stamp(draft, described.indexPrefix ?? '', at);
        const result = await strapiPublish();

        const payload = versionOf(draft, { ...files, book, registration, former, contentHash, at });
        const change = { kind: 'item_published', title: payload.title, audience: reachOf(payload), payload } as const;
        const recorded = await changes.record(change, at, approval, files.originals);
        await approvals.used(approval, at);
        if (recorded !== null && reachOf(payload) === 'public') await withholding.whenPublic(documentId);
        await audit.record({
          event: 'item_published',
          subject: `item:${documentId}`,
          detail: { indexNo: payload.indexNo, approval: approval.id, contentHash: approval.contentHash, ...recorded },
        });
        await draftVersions.thin(documentId);
        return result;
      });
    },

    /** Whether anyone may have read this item: then it stays, and only a withdrawal takes it down. */
    async wasPublished(documentId: string): Promise<boolean> {
      return (await changes.latestOf(documentId)) !== null;
    },

    async isPublished(documentId: string): Promise<boolean> {
      return (await drafts.rowOf(documentId, 'published')) !== null;
    },
  };
};

/** Throws with everything that is wrong. */
export function refuseIncomplete(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  refuse('publish_incomplete', `还不能发布：有 ${problems.length} 处需要补正，请按提示修改。`, problems);
}

export type Publication = ReturnType<typeof createPublication>;
