import type { Core } from '@strapi/strapi';
import { contentHashOf, dayInChina, fieldHashesOf, type FieldHashes } from 'disclosure-contract';
import type { ItemWithRelations } from '../content-types/rows.ts';
import { withPublishedFiles } from '../domain/body-html.ts';
import { findProblems, type PublishableDraft } from '../domain/completeness.ts';
import { itemContent } from '../domain/payloads.ts';
import type { Problem } from '../domain/problem.ts';
import { recordProblems } from '../domain/record-problems.ts';
import { sha256 } from '../domain/sha256.ts';
import { currentBatch } from '../gate/work-context.ts';
import { configOf } from '../strapi-access.ts';
import type { Addresses } from './addresses.ts';
import type { Drafts } from './drafts.ts';
import type { ItemChecks } from './item-checks.ts';
import type { PublishedFiles, PublishedFilesService } from './published-files.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly addresses: Addresses;
  readonly files: PublishedFilesService;
  readonly checks: ItemChecks;
}

/** The files of a draft, as it was when they were copied. */
export interface Collected {
  readonly seen: ItemWithRelations | null;
  readonly files: PublishedFiles | null;
}

/** A draft as the version that its publication would make public. */
export interface Version {
  readonly draft: ItemWithRelations;
  readonly described: PublishableDraft;
  readonly files: PublishedFiles;
  /** With published files in place of uploads. */
  readonly body: string;
  readonly fieldHashes: FieldHashes;
  /** What an approval is bound to. */
  readonly contentHash: string;
}

/** Drafts as the versions that they would be. */
export const createVersions = ({ strapi, drafts, addresses, files, checks }: Parts) => {
  async function collectFor(draft: ItemWithRelations): Promise<PublishedFiles> {
    return files.collect(draft.attachments ?? [], draft.body ?? '');
  }

  /** By transaction, what was collected in it for a publication that may follow. */
  const ahead = new WeakMap<object, Map<string, Collected>>();

  function aheadOf(transaction: object): Map<string, Collected> {
    const known = ahead.get(transaction) ?? new Map<string, Collected>();
    ahead.set(transaction, known);
    return known;
  }

  async function collectNow(documentId: string): Promise<Collected> {
    const seen = await drafts.load(documentId);
    return { seen, files: seen === null ? null : await collectFor(seen) };
  }

  async function addressProblems({ documentId, slug }: ItemWithRelations): Promise<Problem[]> {
    if (slug === null || slug === '') return [];
    const owner = await addresses.ownerOf(slug);
    if (owner === null || owner === documentId) return [];
    const message = `网址“${slug}”已经用于另一事项，请换一个，或者留空由系统生成。`;
    return [{ path: 'slug', code: 'address_taken', message }];
  }

  /** The address that somebody chose, unless the item has it already. */
  async function chosenAddress({ documentId, slug }: ItemWithRelations): Promise<string | null> {
    if (slug === null || slug === '') return null;
    return (await addresses.bookOf(documentId))?.slug === slug ? null : slug;
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

    /** Copying takes as long as the files and their host want: call it before the lock, so that nobody waits for it. */
    async collect(documentId: string): Promise<Collected> {
      const early = strapi.db.inTransaction()
        ? await strapi.db.transaction(({ trx }) => aheadOf(trx).get(documentId))
        : undefined;
      return early ?? (await collectNow(documentId));
    },

    /** The version that the draft is now; null when there is no draft. Inside the lock. */
    async read(documentId: string, collected: Collected): Promise<Version | null> {
      const draft = await drafts.load(documentId);
      if (draft === null) return null;
      const { seen } = collected;
      const isAsSeen = seen !== null && showsSameFiles(seen, draft);
      const published = collected.files !== null && isAsSeen ? collected.files : await collectFor(draft);
      const body = withPublishedFiles(draft.body ?? '', published.fileNames);
      const content = itemContent(draft, {
        body,
        attachments: published.attachments,
        address: await chosenAddress(draft),
      });
      const fieldHashes = fieldHashesOf(content, sha256);
      return {
        draft,
        described: await drafts.describe(draft),
        files: published,
        body,
        fieldHashes,
        contentHash: contentHashOf(fieldHashes, sha256),
      };
    },

    /** Everything that keeps a version from being public, whatever anyone approved. */
    async problemsOf({ draft, described, files: published }: Version, at: string): Promise<Problem[]> {
      return [
        ...findProblems(described, dayInChina(at)),
        ...recordProblems(draft.record, {
          codeScheme: configOf(strapi).powerCodeScheme,
          fileNames: namesOf(published),
        }),
        ...published.problems,
        ...checks.problemsOf(draft, published.inspected, { isTakenOver: currentBatch() !== null }),
        ...(await addressProblems(draft)),
      ];
    },
  };
};

/** Whether the files that were collected for one state of a draft are those of another. */
function showsSameFiles(one: ItemWithRelations, other: ItemWithRelations): boolean {
  return one.body === other.body && filesOf(one) === filesOf(other);
}

function namesOf({ attachments }: PublishedFiles): ReadonlySet<string> {
  return new Set(attachments.map(({ fileName }) => fileName));
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

export type Versions = ReturnType<typeof createVersions>;
