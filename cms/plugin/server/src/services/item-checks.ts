import type { Core } from '@strapi/strapi';
import { textOfHtml } from 'disclosure-contract';
import { checkTexts, isAboutWording, textsOfItem, type Finding } from 'disclosure-contract/checks';
import type { ItemWithRelations } from '../content-types/rows.ts';
import { attachmentFindings, type InspectedFile } from '../domain/attachment-findings.ts';
import { deadLink, duplicatedTitle, linkedSlugs, missingElements } from '../domain/item-advice.ts';
import type { Problem } from '../domain/problem.ts';
import { CATEGORY, ITEM } from '../plugin-id.ts';
import { configOf, table } from '../strapi-access.ts';
import type { Addresses } from './addresses.ts';
import type { Drafts } from './drafts.ts';
import type { ScanState } from './inspections.ts';
import type { PublishedFilesService } from './published-files.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly addresses: Addresses;
  readonly files: PublishedFilesService;
}

/** A file of a draft and what the virus scanner says of it; `unreachable` where it is configured and silent. */
export interface FileReport {
  readonly name: string;
  readonly scan: ScanState | 'unreachable';
}

export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly files: readonly FileReport[];
}

/** What checks find in an item: in its text, its files, and in how it stands beside the others. */
export const createItemChecks = ({ strapi, drafts, addresses, files }: Parts) => {
  async function elementFindings(draft: ItemWithRelations, inspected: readonly InspectedFile[]): Promise<Finding[]> {
    if (draft.categories.length === 0) return [];
    const categories = await table(strapi, CATEGORY).findMany({
      where: { id: { $in: draft.categories.map(({ id }) => id) } },
      select: ['id', 'contentElements'],
    });
    const names = inspected.map(({ name }) => name);
    const text = [draft.title ?? '', textOfHtml(draft.body ?? ''), ...names].join('\n');
    return missingElements(
      categories.flatMap(({ contentElements }) => contentElements ?? []),
      text,
    );
  }

  async function titleFindings({ title, documentId }: ItemWithRelations): Promise<Finding[]> {
    if (title === null || title.trim() === '') return [];
    const where = { title: title.trim(), publishedAt: { $ne: null }, documentId: { $ne: documentId } };
    const other = await table(strapi, ITEM).findOne({ where, select: ['id'] });
    return other === null ? [] : [duplicatedTitle(title)];
  }

  async function linkFindings({ body, documentId }: ItemWithRelations): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const slug of linkedSlugs(body ?? '', configOf(strapi).siteUrl)) {
      const owner = await addresses.ownerOf(slug);
      const isThere = owner === documentId || (owner !== null && (await drafts.rowOf(owner, 'published')) !== null);
      if (!isThere) findings.push(deadLink(slug));
    }
    return findings;
  }

  async function beyondText(draft: ItemWithRelations, inspected: readonly InspectedFile[]): Promise<Finding[]> {
    return [
      ...(await titleFindings(draft)),
      ...(await linkFindings(draft)),
      ...(await elementFindings(draft, inspected)),
      ...attachmentFindings(inspected),
    ];
  }

  return {
    /**
     * What keeps an item from being published, at the fields where it stands. Nobody can override an error. What is taken
     * over from elsewhere keeps its wording: see `isAboutWording()`.
     */
    problemsOf(
      draft: ItemWithRelations,
      inspected: readonly InspectedFile[],
      { isTakenOver }: { readonly isTakenOver: boolean },
    ): Problem[] {
      const findings = [...checkTexts(textsOfItem(draft)), ...attachmentFindings(inspected)];
      const errors = findings.filter(({ severity }) => severity === 'error');
      return errors.filter((finding) => !(isTakenOver && isAboutWording(finding))).map(toProblem);
    },

    /** All findings of a draft as it is stored. Null for an item that is not there. */
    async findingsOf(documentId: string): Promise<Finding[] | null> {
      const draft = await drafts.load(documentId);
      if (draft === null) return null;
      const { inspected } = await files.inspect(draft.attachments ?? [], draft.body ?? '');
      return [...checkTexts(textsOfItem(draft)), ...(await beyondText(draft, inspected))];
    },

    /** What a form cannot find by itself in the text that is typed. Null for an item that is not there. */
    async reportOf(documentId: string): Promise<CheckReport | null> {
      const draft = await drafts.load(documentId);
      if (draft === null) return null;
      const { inspected, scans } = await files.inspect(draft.attachments ?? [], draft.body ?? '');
      return { findings: await beyondText(draft, inspected), files: scans };
    },
  };
};

/** Personal data is named to whoever may edit the item, and the refusal goes to nobody else. */
function toProblem({ place, part, found, message }: Finding): Problem {
  const where = part === null ? '' : `${part}：`;
  const words = found === '' ? '' : `“${found}”`;
  return { path: place, code: 'checks_failed', message: `${where}${words}${message.zh}` };
}

export type ItemChecks = ReturnType<typeof createItemChecks>;
