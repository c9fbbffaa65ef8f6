import { layoutOf, SHOWN } from '../layout.ts';
import { CODES } from '../vocabularies.ts';

const hidden = { visible: false, configurable: false, searchable: false } as const;
export const unsearched = { searchable: false } as const;

/** A list that is written row by row, in one of the shapes that the admin knows. */
export const rows = (shape: string) => ({
  type: 'customField',
  customField: 'plugin::disclosure.rows',
  options: { rows: shape },
  ...unsearched,
});

/** Columns that lists are sorted by; a list reads drafts only, so each index begins with what tells drafts apart. */
const SORTED = [
  'updated_at',
  'created_at',
  'first_published_at',
  'original_date',
  'written_on',
  'title',
  'index_no',
  'doc_no',
];

/** Columns that are filtered by to few values: what is slow there is counting. */
const FILTERED = ['genre', 'subject', 'scope'];

type Row = Readonly<Record<string, number>>;

interface TypeOfItem {
  readonly singularName: string;
  readonly pluralName: string;
  readonly displayName: string;
  readonly collectionName: string;
  readonly list: readonly string[];
  /** Rows of the form between the title and what every item has. */
  readonly edit: readonly Row[];
  readonly relationLabels?: Readonly<Record<string, string>>;
  /** What the record of the type is kept in. */
  readonly attributes: Readonly<Record<string, object>>;
}

/** A content type whose documents are items: what every item has, and what its type adds. */
export function itemTypeWith({ singularName, pluralName, displayName, collectionName, ...type }: TypeOfItem) {
  return {
    kind: 'collectionType',
    collectionName,
    info: { singularName, pluralName, displayName },
    options: { draftAndPublish: true },
    pluginOptions: SHOWN,
    indexes: [
      ...[...SORTED, ...FILTERED].map((column) => ({
        name: `${collectionName}_${column}_idx`,
        columns: ['published_at', column],
      })),
      // Lists of published items ask for "not null", which no index that begins with it can put in order.
      { name: `${collectionName}_newest_idx`, columns: ['updated_at'] },
      { name: `${collectionName}_import_key_idx`, columns: ['import_key'] },
      { name: `${collectionName}_slug_idx`, columns: ['slug'] },
    ],
    config: layoutOf({
      mainField: 'title',
      newestFirstBy: 'updatedAt',
      list: type.list,
      edit: [{ title: 12 }, ...type.edit, ...EDIT],
      readOnly: ['indexNo', 'firstPublishedAt', 'originalDate'],
      relationLabels: {
        categories: 'name',
        publisher: 'name',
        responsible: 'name',
        interprets: 'title',
        replaces: 'title',
        ...type.relationLabels,
      },
    }),
    // Strapi writes the names of columns and tables into each attribute, so no two types may share one.
    attributes: structuredClone({ ...ATTRIBUTES, ...type.attributes }),
  };
}

const EDIT: readonly Row[] = [
  { categories: 6, legalBases: 6 },
  { publisher: 6, responsible: 6 },
  { docNo: 6, source: 6 },
  { subject: 6, genre: 6 },
  { writtenOn: 4, effectiveOn: 4, repealedOn: 4 },
  { statedValidity: 4, interprets: 4, replaces: 4 },
  { abstract: 12 },
  { keywords: 12 },
  { body: 12 },
  { attachments: 12 },
  { disclosureMode: 6, scope: 6 },
  { channels: 12 },
  { deadlineRule: 6, reviewProcedure: 6 },
  { audienceClass: 6, lifecycleClass: 6 },
  { language: 6, slug: 6 },
  { revisionNote: 12 },
  { indexNo: 4, firstPublishedAt: 4, originalDate: 4 },
];

const ATTRIBUTES = {
  title: { type: 'string', required: true, maxLength: 255 },
  slug: { type: 'string', maxLength: 80 },
  indexNo: { type: 'string' },
  firstPublishedAt: { type: 'datetime' },
  originalDate: { type: 'date' },
  /** In order: the first one is the primary category. */
  categories: { type: 'relation', relation: 'manyToMany', target: 'plugin::disclosure.category' },
  legalBases: {
    type: 'customField',
    customField: 'plugin::disclosure.codes',
    options: { vocabulary: 'LEGAL_BASES' },
  },
  publisher: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.organ' },
  responsible: { type: 'relation', relation: 'manyToOne', target: 'plugin::disclosure.organ' },
  docNo: { type: 'string', maxLength: 60 },
  source: { type: 'string', maxLength: 100, ...unsearched },
  subject: { type: 'enumeration', enum: CODES.subjects, ...unsearched },
  genre: { type: 'enumeration', enum: CODES.genres, ...unsearched },
  audienceClass: { type: 'string', maxLength: 60, ...unsearched },
  lifecycleClass: { type: 'string', maxLength: 60, ...unsearched },
  writtenOn: { type: 'date' },
  effectiveOn: { type: 'date' },
  repealedOn: { type: 'date' },
  statedValidity: { type: 'enumeration', enum: CODES.statedValidities, ...unsearched },
  keywords: { type: 'customField', customField: 'plugin::disclosure.words' },
  abstract: { type: 'text', maxLength: 2000, ...unsearched },
  body: { type: 'customField', customField: 'plugin::disclosure.body', ...unsearched },
  attachments: { type: 'media', multiple: true, required: false, allowedTypes: ['files', 'images'] },
  disclosureMode: {
    type: 'enumeration',
    enum: CODES.disclosureModes,
    default: 'proactive',
    required: true,
    ...unsearched,
  },
  scope: { type: 'enumeration', enum: CODES.scopes, default: 'public', required: true, ...unsearched },
  channels: { type: 'customField', customField: 'plugin::disclosure.codes', options: { vocabulary: 'CHANNELS' } },
  deadlineRule: { type: 'enumeration', enum: CODES.deadlineRules, ...unsearched },
  reviewProcedure: { type: 'text', maxLength: 500, ...unsearched },
  language: { type: 'string', default: 'zh-CN', maxLength: 20, ...unsearched },
  /** The items that this one explains. */
  interprets: { type: 'relation', relation: 'manyToMany', target: 'plugin::disclosure.item' },
  /** The items that this one takes the place of. */
  replaces: { type: 'relation', relation: 'manyToMany', target: 'plugin::disclosure.item' },
  /** Said of the next version only: its publication empties the field. */
  revisionNote: { type: 'text', maxLength: 500, ...unsearched },
  /** On a notice of information that is not published: what was decided. */
  withholding: { type: 'json', ...hidden },
  /** Account numbers of who wrote in it since its last publication. */
  contributors: { type: 'json', ...hidden },
  importKey: { type: 'string', ...hidden },
  importHash: { type: 'string', ...hidden },
  withdrawnAt: { type: 'datetime', ...hidden },
  withdrawalReason: { type: 'string', ...hidden },
  replacedBy: { type: 'string', ...hidden },
};
