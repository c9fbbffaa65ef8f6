import { layoutOf, SHOWN } from '../layout.ts';
import { CODES } from '../vocabularies.ts';

const hidden = { visible: false, configurable: false, searchable: false } as const;
const unsearched = { searchable: false } as const;

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

/** 公开事项. */
export const itemType = {
  kind: 'collectionType',
  collectionName: 'disclosure_items',
  info: { singularName: 'item', pluralName: 'items', displayName: '公开事项' },
  options: { draftAndPublish: true },
  pluginOptions: SHOWN,
  indexes: [
    ...[...SORTED, ...FILTERED].map((column) => ({
      name: `disclosure_items_${column}_idx`,
      columns: ['published_at', column],
    })),
    // Lists of published items ask for "not null", which no index that begins with it can put in order.
    { name: 'disclosure_items_newest_idx', columns: ['updated_at'] },
    { name: 'disclosure_items_import_key_idx', columns: ['import_key'] },
    { name: 'disclosure_items_slug_idx', columns: ['slug'] },
  ],
  config: layoutOf({
    mainField: 'title',
    newestFirstBy: 'updatedAt',
    list: ['title', 'indexNo', 'responsible', 'updatedAt'],
    edit: [
      { title: 12 },
      { categories: 6, legalBases: 6 },
      { publisher: 6, responsible: 6 },
      { docNo: 6, source: 6 },
      { subject: 6, genre: 6 },
      { writtenOn: 4, effectiveOn: 4, repealedOn: 4 },
      { statedValidity: 6, interprets: 6 },
      { abstract: 12 },
      { keywords: 12 },
      { body: 12 },
      { attachments: 12 },
      { disclosureMode: 6, scope: 6 },
      { channels: 12 },
      { deadlineRule: 6, reviewProcedure: 6 },
      { audienceClass: 6, lifecycleClass: 6 },
      { language: 6, slug: 6 },
      { indexNo: 4, firstPublishedAt: 4, originalDate: 4 },
    ],
    readOnly: ['indexNo', 'firstPublishedAt', 'originalDate'],
    relationLabels: { categories: 'name', publisher: 'name', responsible: 'name', interprets: 'title' },
  }),
  attributes: {
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
    /** On a notice of information that is not published: what was decided. */
    withholding: { type: 'json', ...hidden },
    /** Account numbers of who wrote in it since its last publication. */
    contributors: { type: 'json', ...hidden },
    importKey: { type: 'string', ...hidden },
    importHash: { type: 'string', ...hidden },
    withdrawnAt: { type: 'datetime', ...hidden },
    withdrawalReason: { type: 'string', ...hidden },
    replacedBy: { type: 'string', ...hidden },
  },
};
