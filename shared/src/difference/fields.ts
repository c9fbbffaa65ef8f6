/** What a field of an item holds, as far as comparing is concerned. */
export type ComparedAs =
  'text' | 'body' | 'day' | 'code' | 'codes' | 'words' | 'organ' | 'categories' | 'items' | 'attachments';

/** The fields of an item that people write, in the order of its form. */
export const COMPARED_FIELDS = {
  title: 'text',
  categories: 'categories',
  legalBases: 'codes',
  publisher: 'organ',
  responsible: 'organ',
  docNo: 'text',
  source: 'text',
  subject: 'code',
  genre: 'code',
  writtenOn: 'day',
  effectiveOn: 'day',
  repealedOn: 'day',
  statedValidity: 'code',
  interprets: 'items',
  abstract: 'text',
  keywords: 'words',
  body: 'body',
  attachments: 'attachments',
  disclosureMode: 'code',
  scope: 'code',
  channels: 'codes',
  deadlineRule: 'code',
  reviewProcedure: 'text',
  audienceClass: 'text',
  lifecycleClass: 'text',
  language: 'text',
  slug: 'text',
} as const satisfies Record<string, ComparedAs>;

export type ComparedField = keyof typeof COMPARED_FIELDS;

export const COMPARED_FIELD_NAMES = Object.keys(COMPARED_FIELDS) as readonly ComparedField[];
