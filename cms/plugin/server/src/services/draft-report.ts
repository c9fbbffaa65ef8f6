import { DisclosureError, type Attachment, type ItemContent } from 'disclosure-contract';
import type { ItemWithRelations } from '../content-types/rows.ts';
import { columnsOf } from '../domain/item-records.ts';
import { itemContent } from '../domain/payloads.ts';
import type { Drafts } from './drafts.ts';
import type { Versions } from './versions.ts';

/** Something that a draft points to, by the name that people know it by. */
export interface Named {
  readonly documentId: string;
  readonly name: string;
}

export interface DraftFile extends Attachment {
  /** Where the file can be opened from the admin; null when it is no longer in the media library. */
  readonly url: string | null;
}

/** What the publication of a draft would make public, as a person reads it. */
export interface DraftReport {
  /** What an approval of this very content is bound to. */
  readonly contentHash: string;
  /** By the fields of the form: those of a record stand beside the others. */
  readonly content: Omit<ItemContent, keyof Related | 'record'> & Related;
}

interface Related {
  readonly categories: readonly Named[];
  readonly publisher: Named | null;
  readonly responsible: Named | null;
  readonly interprets: readonly Named[];
  readonly replaces: readonly Named[];
  readonly attachments: readonly DraftFile[];
}

/** Drafts as their reviewers read them. */
export const createDraftReports = ({ drafts, versions }: { drafts: Drafts; versions: Versions }) => {
  async function titlesOf(ids: readonly string[]): Promise<Named[]> {
    if (ids.length === 0) return [];
    return (await drafts.titlesOf(ids)).map(({ documentId, title }) => ({ documentId, name: title ?? documentId }));
  }

  /** The columns of a record, with the names of what it points to. */
  async function namedColumns({ record }: ItemWithRelations): Promise<Record<string, unknown>> {
    const columns = columnsOf(record);
    const { power, related } = columns as { power?: string | null; related?: readonly string[] };
    if (power !== undefined) columns['power'] = power === null ? null : ((await titlesOf([power]))[0] ?? null);
    if (related !== undefined) columns['related'] = await titlesOf(related);
    return columns;
  }

  return {
    /** @throws DisclosureError `item_unknown` */
    async of(documentId: string): Promise<DraftReport> {
      const version = await versions.read(documentId, await versions.collect(documentId));
      if (version === null) throw new DisclosureError('item_unknown', '找不到这一事项，请刷新页面。', { documentId });
      const { draft, files, fieldHashes, contentHash } = version;
      const urls = new Map([...files.fileNames].map(([url, fileName]) => [fileName, url]));
      const attachments = files.attachments.map((file) => ({ ...file, url: urls.get(file.fileName) ?? null }));
      const written = itemContent(draft, { address: draft.slug, attachments, body: draft.body ?? '' });
      return {
        contentHash,
        content: {
          // What is hashed is what becomes public: a row has more columns, and they are nobody's to read here.
          ...only(written, Object.keys(fieldHashes)),
          ...(await namedColumns(draft)),
          categories: draft.categories.map(named),
          publisher: draft.publisher && named(draft.publisher),
          responsible: draft.responsible && named(draft.responsible),
          interprets: await titlesOf(draft.interprets.map(({ documentId }) => documentId)),
          replaces: await titlesOf(draft.replaces.map(({ documentId }) => documentId)),
          attachments,
        },
      };
    },
  };
};

function only(content: ItemContent, fields: readonly string[]): ItemContent {
  const wanted = new Set(fields);
  return Object.fromEntries(Object.entries(content).filter(([name]) => wanted.has(name))) as ItemContent;
}

function named({ documentId, name }: Named): Named {
  return { documentId, name };
}

export type DraftReports = ReturnType<typeof createDraftReports>;
