import type { Core } from '@strapi/strapi';
import { dayInChina, type Item } from 'disclosure-contract';
import type { ItemWithRelations } from '../content-types/rows.ts';
import { withPublishedFiles } from '../domain/body-html.ts';
import { findProblems, type PublishableDraft } from '../domain/completeness.ts';
import { itemPayload } from '../domain/payloads.ts';
import type { Problem } from '../domain/problem.ts';
import { reachOf } from '../domain/travel.ts';
import { refuse } from '../errors.ts';
import { ITEM } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { AddressBook, Addresses } from './addresses.ts';
import type { Audit } from './audit.ts';
import type { Changes } from './changes.ts';
import type { DraftVersions } from './draft-versions.ts';
import type { Drafts } from './drafts.ts';
import { publishing } from './publication-lock.ts';
import type { PublishedFiles, PublishedFilesService } from './published-files.ts';
import type { Register, Registration } from './register.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly register: Register;
  readonly addresses: Addresses;
  readonly files: PublishedFilesService;
  readonly changes: Changes;
  readonly audit: Audit;
  readonly draftVersions: DraftVersions;
}

interface Stamp {
  readonly registration: Registration;
  readonly book: AddressBook;
}

/** The files of a draft, as it was when they were copied. */
interface Collected {
  readonly seen: ItemWithRelations | null;
  readonly collected: PublishedFiles | null;
}

/** Publishing an item: checks, number and address, Strapi's own publish, and the change row, in one transaction. */
export const createPublication = (parts: Parts) => {
  const { strapi, drafts, register, addresses, files, changes, audit, draftVersions } = parts;

  async function collect(draft: ItemWithRelations): Promise<PublishedFiles> {
    return files.collect(draft.attachments ?? [], draft.body ?? '');
  }

  /** Throws with everything that is wrong. */
  async function check(
    draft: ItemWithRelations,
    described: PublishableDraft,
    published: PublishedFiles,
    at: string,
  ): Promise<void> {
    const found = findProblems(described, dayInChina(at));
    const problems: Problem[] = [...found, ...published.problems, ...(await addressProblems(draft))];
    if (problems.length > 0) {
      refuse('publish_incomplete', `还不能发布：有 ${problems.length} 处需要补正，请按提示修改。`, problems);
    }
  }

  async function addressProblems(draft: ItemWithRelations): Promise<Problem[]> {
    if (draft.slug === null || draft.slug === '') return [];
    const owner = await addresses.ownerOf(draft.slug);
    if (owner === null || owner === draft.documentId) return [];
    const message = `网址“${draft.slug}”已经用于另一事项，请换一个，或者留空由系统生成。`;
    return [{ path: 'slug', code: 'address_taken', message }];
  }

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
      // Stamping is not editing: without this the list would show the item as modified since its publication.
      updatedAt: at,
    };
    await table(strapi, ITEM).updateMany({ where: { id: draft.id }, data });
    return { registration, book };
  }

  async function collectNow(documentId: string): Promise<Collected> {
    const seen = await drafts.load(documentId);
    return { seen, collected: seen === null ? null : await collect(seen) };
  }

  /** By transaction, what was collected in it for a publication that may follow. */
  const ahead = new WeakMap<object, Map<string, Collected>>();

  function aheadOf(transaction: object): Map<string, Collected> {
    const known = ahead.get(transaction) ?? new Map<string, Collected>();
    ahead.set(transaction, known);
    return known;
  }

  return {
    /**
     * Copies the files of a draft that is about to be written and published in one transaction, as the panel's button
     * does: once it is written, everyone waits for the lock. Files that this very write adds are copied while they wait.
     */
    async collectAhead(documentId: string): Promise<void> {
      const collected = await collectNow(documentId);
      await strapi.db.transaction(({ trx }) => aheadOf(trx).set(documentId, collected));
    },

    async publish(documentId: string, strapiPublish: () => Promise<unknown>): Promise<unknown> {
      // Copying takes as long as the files and their host want: nobody else's publication waits for it.
      const early = strapi.db.inTransaction()
        ? await strapi.db.transaction(({ trx }) => aheadOf(trx).get(documentId))
        : undefined;
      const { seen, collected } = early ?? (await collectNow(documentId));

      return publishing(strapi, async () => {
        const draft = await drafts.load(documentId);
        if (draft === null) return strapiPublish();

        const at = new Date().toISOString();
        const isAsSeen = seen !== null && showsSameFiles(seen, draft);
        const published = collected !== null && isAsSeen ? collected : await collect(draft);
        const described = await drafts.describe(draft);
        await check(draft, described, published, at);
        const { registration, book } = await stamp(draft, described.indexPrefix ?? '', at);
        const result = await strapiPublish();

        const payload: Item = itemPayload(draft, {
          ...book,
          ...registration,
          publishedAt: at,
          attachments: published.attachments,
          body: withPublishedFiles(draft.body ?? '', published.fileNames),
        });
        const change = { kind: 'item_published', title: payload.title, audience: reachOf(payload), payload } as const;
        const version = await changes.record(change, at);
        await audit.record({
          event: 'item_published',
          subject: `item:${documentId}`,
          detail: { indexNo: payload.indexNo, ...version },
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

/** Whether the files that were collected for one state of a draft are those of another. */
function showsSameFiles(one: ItemWithRelations, other: ItemWithRelations): boolean {
  return one.body === other.body && filesOf(one) === filesOf(other);
}

/** Replacing a file in the media library keeps its address, and changes the hash of its name or the time. */
function filesOf({ attachments }: ItemWithRelations): string {
  const parts = (attachments ?? []).map(({ id, name, alternativeText, mime, url, updatedAt }) => [
    id,
    name,
    alternativeText,
    mime,
    url,
    String(updatedAt),
  ]);
  return JSON.stringify(parts);
}

export type Publication = ReturnType<typeof createPublication>;
