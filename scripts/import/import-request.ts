import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { DisclosureMode, Genre, IsoDate, LegalBasis, Scope, Subject } from '../../shared/src/index.ts';
import { genreOfTitle, type ParsedDocument } from './parsed-document.ts';

const LONGEST_SOURCE = 100;

/** Where an item belongs: codes of the catalogue, of organs and of the vocabulary. */
export interface Placement {
  readonly category: string;
  readonly publisher: string;
  readonly responsible: string;
  readonly subject: Subject;
}

export interface PlacedDocument extends Placement {
  /** What a person should look at, in Chinese. */
  readonly notes: readonly string[];
}

export interface AttachedFile {
  readonly path: string;
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** What the plugin's importer takes. */
export interface ImportRequest {
  readonly importKey: string;
  readonly importHash: string;
  readonly title: string;
  readonly body: string;
  readonly categories: readonly string[];
  readonly publisher: string;
  readonly responsible: string;
  readonly docNo: string | null;
  readonly source: string | null;
  readonly subject: Subject;
  readonly genre: Genre;
  readonly keywords: readonly string[];
  readonly abstract: null;
  readonly writtenOn: IsoDate | null;
  readonly effectiveOn: IsoDate | null;
  readonly repealedOn: IsoDate | null;
  readonly originalDate: IsoDate | null;
  readonly legalBases: readonly LegalBasis[];
  readonly scope: Scope;
  readonly disclosureMode: DisclosureMode;
  readonly attachments: readonly { readonly path: string; readonly name: string }[];
  readonly publish: boolean;
}

export function toImportRequest(
  key: string,
  document: ParsedDocument,
  placement: Placement,
  attachments: readonly AttachedFile[],
  publish: boolean,
): ImportRequest {
  const content = {
    title: document.title,
    body: document.bodyHtml,
    categories: [placement.category],
    publisher: placement.publisher,
    responsible: placement.responsible,
    docNo: document.docNo,
    source: (document.source ?? document.publisherName)?.slice(0, LONGEST_SOURCE) ?? null,
    subject: placement.subject,
    genre: genreOfTitle(document.title),
    keywords: document.keywords,
    abstract: null,
    writtenOn: document.writtenOn,
    effectiveOn: document.effectiveOn,
    repealedOn: document.repealedOn,
    originalDate: document.originalDate,
    legalBases: [],
    scope: 'public',
    disclosureMode: 'proactive',
  } as const;
  const hashed = JSON.stringify([content, attachments.map(({ name, hash }) => [name, hash])]);
  return {
    importKey: key,
    importHash: createHash('sha256').update(hashed).digest('hex'),
    ...content,
    attachments: attachments.map(({ path, name }) => ({ path, name })),
    publish,
  };
}

/** What readers of an attachment see: the words of the link, with the ending that says what opens it. */
export function attachmentName(words: string, path: string): string {
  const ending = extname(path);
  const stem = words.toLowerCase().endsWith(ending.toLowerCase()) ? words.slice(0, -ending.length) : words;
  return `${stem.trim().slice(0, 80)}${ending}`;
}
