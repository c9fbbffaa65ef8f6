/** What a field of an item holds, as far as comparing is concerned. */
export type ComparedAs =
  | 'text'
  | 'body'
  | 'day'
  | 'code'
  | 'codes'
  | 'words'
  | 'organ'
  | 'categories'
  | 'items'
  | 'attachments'
  | 'number'
  | 'flag'
  | 'item'
  | 'rows'
  | 'flows';

/** The fields of an item that people write, in the order of its form; those of its record, if its type has one, come last. */
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
  replaces: 'items',
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
  revisionNote: 'text',
  slug: 'text',
  code: 'text',
  kind: 'code',
  subItems: 'rows',
  bases: 'rows',
  organNature: 'code',
  principal: 'text',
  level: 'code',
  duties: 'rows',
  liabilities: 'rows',
  liabilityBases: 'rows',
  statutoryLimitAmount: 'number',
  statutoryLimitUnit: 'code',
  promisedLimitAmount: 'number',
  promisedLimitUnit: 'code',
  limitNote: 'text',
  feesCharged: 'flag',
  feesBasis: 'text',
  feesStandard: 'text',
  supervisionPhone: 'text',
  flows: 'flows',
  adjustments: 'rows',
  related: 'items',
  power: 'item',
  targets: 'codes',
  handling: 'code',
  handlingForms: 'codes',
  onlineDepth: 'code',
  onlineAddress: 'text',
  place: 'text',
  hours: 'text',
  visits: 'number',
  quota: 'text',
  conditions: 'rows',
  materials: 'rows',
  specialStages: 'rows',
  resultName: 'text',
  resultKind: 'text',
  resultDelivery: 'text',
  paysOnline: 'flag',
  deliversByPost: 'flag',
  takesAppointments: 'flag',
  isInServiceHall: 'flag',
  intermediary: 'text',
  jointOrgans: 'rows',
  enquiryPhone: 'text',
  complaintPhone: 'text',
  questions: 'rows',
  remedies: 'text',
  step: 'text',
  category: 'code',
  manifestations: 'text',
  measures: 'rows',
  headPost: 'text',
  leaderPost: 'text',
} as const satisfies Record<string, ComparedAs>;

export type ComparedField = keyof typeof COMPARED_FIELDS;

export const COMPARED_FIELD_NAMES = Object.keys(COMPARED_FIELDS) as readonly ComparedField[];
