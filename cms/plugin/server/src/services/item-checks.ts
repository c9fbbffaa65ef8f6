import type { Core } from '@strapi/strapi';
import { recordSchema, textOfHtml } from 'disclosure-contract';
import {
  checkTexts,
  checkTextsInSlices,
  isAboutWording,
  textsOfItem,
  type CheckContext,
  type CheckedText,
  type Finding,
} from 'disclosure-contract/checks';
import type { Inspection } from '../attachments/inspect.ts';
import type { ItemWithRelations } from '../content-types/rows.ts';
import {
  attachmentFindings,
  attachmentFindingsInSlices,
  missingFile,
  type InspectedFile,
} from '../domain/attachment-findings.ts';
import { duplicatedTitle, elementsInFields, missingElements } from '../domain/item-advice.ts';
import type { Problem } from '../domain/problem.ts';
import { CATEGORY, ITEM_UIDS } from '../plugin-id.ts';
import { table } from '../strapi-access.ts';
import type { Drafts } from './drafts.ts';
import type { ScanState } from './inspections.ts';
import type { OwnLinks } from './own-links.ts';
import type { DraftFiles, PublishedFilesService } from './published-files.ts';
import { inTurns, wordingModel } from './wording.ts';

interface Parts {
  readonly strapi: Core.Strapi;
  readonly drafts: Drafts;
  readonly links: OwnLinks;
  readonly files: PublishedFilesService;
}

/** A file of a draft and what the virus scanner says of it; `unreachable` where it is configured and silent. */
export interface FileReport {
  readonly name: string;
  readonly scan: ScanState | 'unreachable';
}

/** What is found in a draft as it is stored. */
export interface CheckReport {
  /** In its text. A form that is typed in finds these by itself, in what is typed. */
  readonly inText: readonly Finding[];
  /** What no form can find: in its files, and in how it stands beside the others. */
  readonly findings: readonly Finding[];
  readonly files: readonly FileReport[];
}

/** What checks find in an item: in its text, its files, and in how it stands beside the others. */
export const createItemChecks = ({ strapi, drafts, links, files }: Parts) => {
  async function elementFindings(draft: ItemWithRelations, inspected: readonly InspectedFile[]): Promise<Finding[]> {
    // A record is made of the elements of its category: they are demanded one by one, and none by its name in the text.
    if (draft.categories.length === 0 || draft.type !== 'item') return [];
    const categories = await table(strapi, CATEGORY).findMany({
      where: { id: { $in: draft.categories.map(({ id }) => id) } },
      select: ['id', 'contentElements'],
    });
    const names = inspected.map(({ name }) => name);
    const body = textOfHtml(draft.body ?? '').trim();
    const text = [elementsInFields({ ...draft, body }), draft.title ?? '', body, ...names].join('\n');
    return missingElements(
      categories.flatMap(({ contentElements }) => contentElements ?? []),
      text,
    );
  }

  async function titleFindings({ type, title, documentId }: ItemWithRelations): Promise<Finding[]> {
    if (title === null || title.trim() === '') return [];
    const where = { title: title.trim(), publishedAt: { $ne: null }, documentId: { $ne: documentId } };
    const other = await table(strapi, ITEM_UIDS[type]).findOne({ where, select: ['id'] });
    return other === null ? [] : [duplicatedTitle(title)];
  }

  /** By what was read of a file, what was found in it: a report is asked for after each save, and files stay the same. */
  const inFiles = new WeakMap<Inspection, { readonly about: string; readonly findings: Promise<Finding[]> }>();

  function findingsInFile(file: InspectedFile, context: CheckContext): Promise<Finding[]> {
    const { inspection, ...shownAs } = file;
    const about = JSON.stringify(shownAs);
    const known = inFiles.get(inspection);
    if (known?.about === about) return known.findings;
    const findings = inTurns(attachmentFindingsInSlices([file], context));
    inFiles.set(inspection, { about, findings });
    return findings;
  }

  async function beyondText(
    draft: ItemWithRelations,
    { inspected, fileNames, missing }: DraftFiles,
    context: CheckContext,
  ): Promise<Finding[]> {
    return [
      ...(await titleFindings(draft)),
      ...(await links.deadLinksOf(draft, fileNames)),
      ...missing.map(missingFile),
      ...(await elementFindings(draft, inspected)),
      ...(await Promise.all(inspected.map((file) => findingsInFile(file, context)))).flat(),
    ];
  }

  return {
    /**
     * What keeps an item from being published, at the fields where it stands. Nobody can override an error. What is taken
     * over from elsewhere keeps its wording: see `isAboutWording()`. Statistics make no error, and need not be asked.
     */
    problemsOf(
      draft: ItemWithRelations,
      inspected: readonly InspectedFile[],
      { isTakenOver }: { readonly isTakenOver: boolean },
    ): Problem[] {
      const findings = [...checkTexts(writtenTexts(draft)), ...attachmentFindings(inspected)];
      const errors = findings.filter(({ severity }) => severity === 'error');
      return errors.filter((finding) => !(isTakenOver && isAboutWording(finding))).map(toProblem);
    },

    /** Null for an item that is not there. */
    async reportOf(documentId: string): Promise<CheckReport | null> {
      const draft = await drafts.load(documentId);
      if (draft === null) return null;
      const context = { model: await wordingModel() };
      const inDraft = await files.inspect(draft.attachments ?? [], draft.body ?? '');
      return {
        inText: await inTurns(checkTextsInSlices(writtenTexts(draft), context)),
        findings: await beyondText(draft, inDraft, context),
        files: inDraft.scans,
      };
    },
  };
};

/** A record that is not complete has no shape to read; it is checked when it has. */
function writtenTexts(draft: ItemWithRelations): CheckedText[] {
  const record = recordSchema.safeParse(draft.record);
  return textsOfItem({ ...draft, record: record.success ? record.data : null });
}

/** Personal data is named to whoever may edit the item, and the refusal goes to nobody else. */
function toProblem({ place, part, found, message }: Finding): Problem {
  const where = part === null ? '' : `${part}：`;
  const words = found === '' ? '' : `“${found}”`;
  return { path: place, code: 'checks_failed', message: `${where}${words}${message.zh}` };
}

export type ItemChecks = ReturnType<typeof createItemChecks>;
