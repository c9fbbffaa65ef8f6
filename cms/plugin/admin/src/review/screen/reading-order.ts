import type { ItemType } from 'disclosure-contract';

/** What an item of a type has besides, in the order of its form. A limit is read with its unit. */
const OF_RECORDS: Readonly<Record<ItemType, readonly string[]>> = {
  item: [],
  power: [
    'code',
    'kind',
    'level',
    'organNature',
    'principal',
    'subItems',
    'bases',
    'statutoryLimitAmount',
    'promisedLimitAmount',
    'limitNote',
    'flows',
    'duties',
    'liabilities',
    'liabilityBases',
    'feesCharged',
    'feesBasis',
    'feesStandard',
    'supervisionPhone',
    'adjustments',
    'related',
  ],
  guide: [
    'power',
    'targets',
    'handlingForms',
    'handling',
    'onlineDepth',
    'visits',
    'onlineAddress',
    'place',
    'hours',
    'quota',
    'conditions',
    'materials',
    'specialStages',
    'resultName',
    'resultKind',
    'resultDelivery',
    'paysOnline',
    'deliversByPost',
    'takesAppointments',
    'isInServiceHall',
    'intermediary',
    'jointOrgans',
    'enquiryPhone',
    'complaintPhone',
    'questions',
    'remedies',
  ],
  risk_point: ['category', 'level', 'power', 'step', 'manifestations', 'measures', 'headPost', 'leaderPost'],
};

const OF_ITEMS = [
  'withholding',
  'categories',
  'legalBases',
  'publisher',
  'responsible',
  'docNo',
  'source',
  'subject',
  'genre',
  'writtenOn',
  'effectiveOn',
  'repealedOn',
  'statedValidity',
  'interprets',
  'replaces',
  'abstract',
  'keywords',
  'body',
  'attachments',
  'disclosureMode',
  'scope',
  'channels',
  'deadlineRule',
  'reviewProcedure',
  'audienceClass',
  'lifecycleClass',
  'language',
  'revisionNote',
  'address',
  'originalDate',
] as const;

/** Fields of the content that is reviewed, in the order of the form. What is empty there is not shown. */
export function readingOrder(type: ItemType): readonly string[] {
  return ['title', ...OF_RECORDS[type], ...OF_ITEMS];
}

/** What is shown of a field: of a limit, its days with their unit. */
export function shownValue(content: Readonly<Record<string, unknown>>, field: string): unknown {
  const limit = /^(.+Limit)Amount$/.exec(field)?.[1];
  const value = content[field];
  if (limit === undefined || typeof value !== 'number') return value;
  return { amount: value, unit: content[`${limit}Unit`] };
}
