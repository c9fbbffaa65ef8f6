import {
  categorySchema,
  itemSchema,
  organSchema,
  type Attachment,
  type Category,
  type Item,
  type ItemContent,
  type Organ,
  type PublicStep,
  type Reading,
} from 'disclosure-contract';
import { publicRecord } from './item-records.ts';
import { withPublishedFiles } from './body-html.ts';
import { CATEGORY_DEFAULTS } from './category-defaults.ts';
import { publicHistory, type FormerVersion } from './public-history.ts';
import type { CategoryRow, ItemWithRelations, OrganRow } from '../content-types/rows.ts';

/** What of an item is decided at publication and not by its editor. */
export interface PublicationFacts {
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly indexNo: string;
  readonly firstPublishedAt: string;
  readonly originalDate: string | null;
  readonly publishedAt: string;
  readonly attachments: readonly Attachment[];
  readonly history: readonly PublicStep[];
  readonly readings: readonly Reading[];
  /** With published files in place of uploads. */
  readonly body: string;
}

/** What the version that is being published, or is looked at before, takes from elsewhere than its draft. */
export interface VersionFacts {
  readonly book: Pick<PublicationFacts, 'slug' | 'formerSlugs'>;
  readonly registration: Pick<PublicationFacts, 'indexNo' | 'firstPublishedAt' | 'originalDate'>;
  readonly attachments: readonly Attachment[];
  readonly readings: readonly Reading[];
  /** The version that readers could read before; null where there was none. */
  readonly former: FormerVersion | null;
  readonly contentHash: string | null;
  /** Upload address to name below the item. */
  readonly fileNames: ReadonlyMap<string, string>;
  readonly at: string;
}

/** The version that publishing a draft at a moment makes. Publications and previews both take it from here. */
export function versionOf(draft: ItemWithRelations, facts: VersionFacts): Item {
  const { book, registration, attachments, readings, former, contentHash, fileNames, at } = facts;
  return itemPayload(draft, {
    ...book,
    ...registration,
    publishedAt: at,
    attachments,
    readings,
    history: publicHistory(former, { at, contentHash, note: emptyToNull(draft.revisionNote) }),
    body: withPublishedFiles(draft.body ?? '', fileNames),
  });
}

/** The public version of an item. The contract drops every column that it does not name. */
export function itemPayload(draft: ItemWithRelations, facts: PublicationFacts): Item {
  return itemSchema.parse({ ...writtenFields(draft), ...facts });
}

/** What of a draft would become public, complete or not. */
export function itemContent(
  draft: ItemWithRelations,
  given: Pick<ItemContent, 'address' | 'attachments' | 'body'>,
): ItemContent {
  return { ...writtenFields(draft), ...given };
}

function writtenFields(draft: ItemWithRelations) {
  return {
    ...draft,
    title: draft.title?.trim(),
    categories: draft.categories.map((category) => category.documentId),
    legalBases: draft.legalBases ?? [],
    publisher: draft.publisher?.documentId,
    responsible: draft.responsible?.documentId ?? null,
    docNo: emptyToNull(draft.docNo),
    source: emptyToNull(draft.source),
    audienceClass: emptyToNull(draft.audienceClass),
    lifecycleClass: emptyToNull(draft.lifecycleClass),
    keywords: draft.keywords ?? [],
    abstract: emptyToNull(draft.abstract),
    channels: draft.channels ?? [],
    reviewProcedure: emptyToNull(draft.reviewProcedure),
    language: emptyToNull(draft.language) ?? 'zh-CN',
    record: publicRecord(draft.record, draft.scope),
    interprets: [...new Set(draft.interprets.map((item) => item.documentId))],
    replaces: [...new Set(draft.replaces.map((item) => item.documentId))],
    revisionNote: emptyToNull(draft.revisionNote),
  };
}

export function categoryPayload(row: CategoryRow): Category {
  return categorySchema.parse({
    ...row,
    parent: row.parent?.documentId ?? null,
    order: row.order ?? 0,
    description: emptyToNull(row.description),
    contentElements: row.contentElements ?? [],
    basis: emptyToNull(row.basis),
    responsible: row.responsible?.documentId ?? null,
    channels: row.channels ?? [],
    targetAudiences: row.targetAudiences ?? CATEGORY_DEFAULTS.targetAudiences,
    targetGroup: emptyToNull(row.targetGroup),
    mode: row.mode ?? 'proactive',
    levels: row.levels ?? CATEGORY_DEFAULTS.levels,
    reviewProcedure: emptyToNull(row.reviewProcedure),
    enquiryPhone: emptyToNull(row.enquiryPhone),
    supervisionPhone: emptyToNull(row.supervisionPhone),
  });
}

export function organPayload(row: OrganRow): Organ {
  return organSchema.parse({
    ...row,
    parent: row.parent?.documentId ?? null,
    order: row.order ?? 0,
    shortName: emptyToNull(row.shortName),
    creditCode: emptyToNull(row.creditCode),
    duties: emptyToNull(row.duties),
    address: emptyToNull(row.address),
    phone: emptyToNull(row.phone),
    officeHours: emptyToNull(row.officeHours),
    leader: emptyToNull(row.leader),
    aliases: row.aliases ?? [],
    leaders: row.leaders ?? [],
    venues: row.venues ?? [],
    applicationWays: row.applicationWays ?? [],
  });
}

function emptyToNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : text;
}
