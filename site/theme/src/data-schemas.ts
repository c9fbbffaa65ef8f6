import {
  applicationWaySchema,
  basisSchema,
  CATEGORY_PURPOSES,
  CHANNELS,
  codesOf,
  DEADLINE_RULES,
  DISCLOSURE_MODES,
  GENRES,
  guideSchema,
  isoInstantSchema,
  ITEM_TYPES,
  LEGAL_BASES,
  leaderSchema,
  LEVELS,
  ORGAN_KINDS,
  POWER_LEVELS,
  powerSchema,
  PUBLIC_STEPS,
  riskPointSchema,
  SCOPES,
  STAGES,
  SUBJECTS,
  TARGET_AUDIENCES,
  VALIDITIES,
  venueSchema,
  WITHDRAWAL_REASONS,
  WITHHOLDING_GROUNDS,
  WITHHOLDING_MODES,
  type Vocabulary,
} from 'disclosure-contract';
import { POWER_KINDS } from 'disclosure-contract/flow';
import { z } from 'zod';
import { FILTERS } from './search-request.ts';

/** Schemas of what programs get, by their names in the description of the API. */
export const dataSchemas = z.registry<{ id: string; description: string }>();

function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  dataSchemas.add(schema, { id, description });
  return schema;
}

const url = z.url();
const day = z.iso.date();
const count = z.int().min(0);

const labelSchema = named(
  'Label',
  'A text in both languages of the interface. Chinese is authoritative.',
  z.strictObject({ zh: z.string(), en: z.string() }),
);

/** A word of a closed list: its code, and how it is read. */
const termOf = <Words extends Vocabulary>(words: Words) => z.strictObject({ code: codesOf(words), name: labelSchema });

const referenceSchema = named(
  'Reference',
  'A category or an organ, with the address of its page.',
  z.strictObject({ code: z.string(), name: z.string(), url }),
);

const linkSchema = named('Link', 'Another item.', z.strictObject({ title: z.string(), url }));

export const entrySchema = named(
  'Entry',
  'What a list says of an item.',
  z.strictObject({
    url,
    dataUrl: url,
    type: codesOf(ITEM_TYPES),
    title: z.string(),
    indexNo: z.string(),
    docNo: z.string().nullable(),
    genre: termOf(GENRES),
    listedOn: day,
    category: referenceSchema,
    publisher: referenceSchema,
    section: referenceSchema.nullable(),
    withheld: termOf(WITHHOLDING_MODES).nullable(),
  }),
);
export type EntryData = z.output<typeof entrySchema>;

const attachmentSchema = named(
  'Attachment',
  'A file of an item. `text` is what it says, for those who cannot open it.',
  z.strictObject({
    name: z.string(),
    url,
    mediaType: z.string(),
    size: count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    text: z.string().nullable(),
    /** The same as a page, of documents, workbooks and tables. */
    pageUrl: url.nullable(),
  }),
);

const withholdingSchema = named(
  'Withholding',
  'Of an item that tells of information which is not published: why.',
  z.strictObject({
    mode: termOf(WITHHOLDING_MODES),
    ground: termOf(WITHHOLDING_GROUNDS),
    basis: z.string(),
    decidedOn: day,
    reviewAgainOn: day.nullable(),
  }),
);

const powerData = named(
  'Power',
  'What an item says as a power (权力事项), flows included.',
  powerSchema.extend({
    bases: z.array(basisSchema.extend({ url: url.nullable() })),
    related: z.array(url),
    guides: z.array(url),
    riskPoints: z.array(url),
  }),
);
const guideData = named(
  'Guide',
  'What an item says as a service guide (办事指南). `power` is the address of the power that it guides through.',
  guideSchema.extend({ power: url.nullable() }),
);
const riskData = named(
  'RiskPoint',
  'What an item says as a risk point (廉政风险点). `power` is the address of the power on whose course it lies.',
  riskPointSchema.extend({ power: url.nullable() }),
);
export const recordDataSchema = z.discriminatedUnion('type', [powerData, guideData, riskData]);
export type RecordData = z.output<typeof recordDataSchema>;

const stepSchema = named(
  'PublicStep',
  'A public change of an item (公开历史), oldest first: why it was withdrawn, and what its editors said they corrected.',
  z.strictObject({
    kind: termOf(PUBLIC_STEPS),
    at: isoInstantSchema,
    reason: termOf(WITHDRAWAL_REASONS).nullable(),
    note: z.string().nullable(),
  }),
);

export const itemDataSchema = named(
  'Item',
  'An item as its page shows it. Addresses in `body` are complete.',
  z.strictObject({
    url,
    type: codesOf(ITEM_TYPES),
    indexNo: z.string(),
    title: z.string(),
    docNo: z.string().nullable(),
    categories: z.array(z.array(referenceSchema)),
    publisher: referenceSchema,
    section: referenceSchema.nullable(),
    source: z.string(),
    subject: termOf(SUBJECTS),
    genre: termOf(GENRES),
    mode: termOf(DISCLOSURE_MODES),
    scope: termOf(SCOPES),
    validity: termOf(VALIDITIES),
    deadlineRule: termOf(DEADLINE_RULES).nullable(),
    reviewProcedure: z.string().nullable(),
    channels: z.array(termOf(CHANNELS)),
    legalBases: z.array(termOf(LEGAL_BASES)),
    audienceClass: z.string().nullable(),
    lifecycleClass: z.string().nullable(),
    formats: z.array(z.string()),
    language: z.string(),
    listedOn: day,
    writtenOn: day.nullable(),
    effectiveOn: day.nullable(),
    repealedOn: day.nullable(),
    originalDate: day.nullable(),
    firstPublishedAt: isoInstantSchema,
    publishedAt: isoInstantSchema,
    keywords: z.array(z.string()),
    abstract: z.string().nullable(),
    body: z.string(),
    withholding: withholdingSchema.nullable(),
    attachments: z.array(attachmentSchema),
    interprets: z.array(linkSchema),
    interpretedBy: z.array(linkSchema),
    replaces: z.array(linkSchema),
    replacedBy: z.array(linkSchema),
    withdrawnInFavour: z.array(z.strictObject({ indexNo: z.string(), url })),
    related: z.array(linkSchema),
    history: z.array(stepSchema),
    powers: z.array(linkSchema),
    record: recordDataSchema.nullable(),
  }),
);
export type ItemData = z.output<typeof itemDataSchema>;

export const tombstoneDataSchema = named(
  'Withdrawn',
  'What stays of an item that was withdrawn.',
  z.strictObject({
    url,
    indexNo: z.string(),
    withdrawnOn: day,
    reason: termOf(WITHDRAWAL_REASONS),
    replacement: linkSchema.nullable(),
  }),
);
export type TombstoneData = z.output<typeof tombstoneDataSchema>;

const branchSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  url,
  dataUrl: url,
  count,
  description: z.string().nullable(),
  get children() {
    return z.array(branchSchema);
  },
});
named(
  'Branch',
  'A category or an organ, how many items it holds with all below it, and what is below it.',
  branchSchema,
);
export type BranchData = z.output<typeof branchSchema>;

export const homeDataSchema = named(
  'Home',
  'The newest items, and how much is published.',
  z.strictObject({
    url,
    total: count,
    thisYear: count,
    thisMonth: count,
    withAttachments: count,
    updatedAt: isoInstantSchema.nullable(),
    sections: z.array(branchSchema),
    newest: z.array(entrySchema),
  }),
);
export type HomeData = z.output<typeof homeDataSchema>;

export const treeDataSchema = named(
  'Tree',
  'The whole catalogue, or all organs.',
  z.strictObject({ url, branches: z.array(branchSchema) }),
);
export type TreeData = z.output<typeof treeDataSchema>;

const markedWords = z.array(z.strictObject({ value: z.string(), required: z.boolean() }));
const markedChannels = z.array(z.strictObject({ value: termOf(CHANNELS), required: z.boolean() }));
const yearSchema = z.strictObject({ year: z.string(), count, url, dataUrl: url });

export const categoryDataSchema = named(
  'Category',
  'A category: what holds for it, and the newest in it and below it.',
  z.strictObject({
    url,
    code: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    trail: z.array(referenceSchema),
    total: count,
    contentElements: markedWords,
    responsible: referenceSchema.nullable(),
    deadlineRule: termOf(DEADLINE_RULES),
    legalBasis: termOf(LEGAL_BASES).nullable(),
    basis: z.string().nullable(),
    targetAudiences: z.array(termOf(TARGET_AUDIENCES)),
    targetGroup: z.string().nullable(),
    channels: markedChannels,
    mode: termOf(DISCLOSURE_MODES),
    levels: z.array(termOf(LEVELS)),
    stage: termOf(STAGES).nullable(),
    purpose: termOf(CATEGORY_PURPOSES).nullable(),
    reviewProcedure: z.string().nullable(),
    enquiryPhone: z.string().nullable(),
    supervisionPhone: z.string().nullable(),
    children: z.array(branchSchema),
    years: z.array(yearSchema),
    newest: z.array(entrySchema),
    feeds: z.strictObject({ rss: url, atom: url, json: url }),
  }),
);
export type CategoryData = z.output<typeof categoryDataSchema>;

export const yearDataSchema = named(
  'Year',
  'Items of a category by year, the newest first. Pages are counted from the oldest; `page` is null for the newest.',
  z.strictObject({
    url,
    category: referenceSchema,
    trail: z.array(referenceSchema),
    year: z.string(),
    total: count,
    page: z.int().min(1).nullable(),
    entries: z.array(entrySchema),
    newerDataUrl: url.nullable(),
    olderDataUrl: url.nullable(),
  }),
);
export type YearData = z.output<typeof yearDataSchema>;

export const organDataSchema = named(
  'Organ',
  'An organ, and the newest that it published or is responsible for.',
  z.strictObject({
    url,
    code: z.string(),
    name: z.string(),
    kind: termOf(ORGAN_KINDS),
    duties: z.string().nullable(),
    leader: z.string().nullable(),
    phone: z.string().nullable(),
    officeHours: z.string().nullable(),
    address: z.string().nullable(),
    creditCode: z.string().nullable(),
    aliases: z.array(z.strictObject({ name: z.string(), from: day.nullable(), until: day.nullable() })),
    leaders: z.array(leaderSchema),
    venues: z.array(venueSchema),
    applicationWays: z.array(applicationWaySchema),
    trail: z.array(referenceSchema),
    children: z.array(referenceSchema),
    total: count,
    powers: count,
    newest: z.array(entrySchema),
  }),
);
export type OrganData = z.output<typeof organDataSchema>;

export const searchDataSchema = named(
  'SearchResults',
  'A page of what a search finds. `hasMore` says that there are older hits which cannot be turned to; facets count those ' +
    'that can.',
  z.strictObject({
    url,
    total: count,
    hasMore: z.boolean(),
    facets: z.array(
      z.strictObject({
        filter: z.enum(FILTERS),
        values: z.array(z.strictObject({ value: z.string(), name: z.string(), count, dataUrl: url })),
      }),
    ),
    page: z.int().min(1),
    pages: count,
    hits: z.array(entrySchema.extend({ validity: termOf(VALIDITIES), excerpt: z.string(), isNumberHit: z.boolean() })),
    didYouMean: z.array(z.strictObject({ text: z.string(), dataUrl: url })),
    nextDataUrl: url.nullable(),
  }),
);
export type SearchData = z.output<typeof searchDataSchema>;

export const suggestionsDataSchema = named(
  'Suggestions',
  'What somebody may be looking for who has typed so far, and the paths of the pages.',
  z.strictObject({
    suggestions: z.array(z.strictObject({ text: z.string(), kind: z.string(), path: z.string() })),
  }),
);
export type SuggestionsData = z.output<typeof suggestionsDataSchema>;

export const servicesDataSchema = named(
  'Services',
  'Service guides, and public services that have none, by the letter that their names begin with in pinyin.',
  z.strictObject({
    url,
    total: count,
    letters: z.array(
      z.strictObject({
        letter: z.string(),
        services: z.array(
          z.strictObject({ title: z.string(), type: codesOf(ITEM_TYPES), section: z.string(), url, dataUrl: url }),
        ),
      }),
    ),
  }),
);
export type ServicesData = z.output<typeof servicesDataSchema>;

const organName = z.strictObject({ code: z.string(), name: z.string() });

export const powersDataSchema = named(
  'Powers',
  'The list of powers (权责清单). `total` counts without filters.',
  z.strictObject({
    total: count,
    powers: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        kind: codesOf(POWER_KINDS),
        kindName: labelSchema,
        level: codesOf(POWER_LEVELS),
        publisher: organName,
        section: organName.nullable(),
        lastAdjustment: z.string().nullable(),
        url,
        guideUrl: url.nullable(),
      }),
    ),
  }),
);

export const risksDataSchema = named(
  'RiskPoints',
  'The table of risk points (廉政风险点). `total` counts without filters.',
  z.strictObject({
    total: count,
    riskPoints: z.array(
      z.strictObject({
        ...riskPointSchema.omit({ type: true, power: true, step: true }).shape,
        title: z.string(),
        section: organName,
        powerUrl: url.nullable(),
        url,
      }),
    ),
  }),
);

export const adjustmentsDataSchema = named(
  'Adjustments',
  'What was adjusted in the list of powers (动态调整) in a year, the newest first.',
  z.strictObject({
    year: z.string().nullable(),
    adjustments: z.array(
      z.strictObject({
        kind: z.string(),
        on: day,
        basis: z.string(),
        note: z.string(),
        section: organName,
        power: z.strictObject({ code: z.string(), title: z.string(), kind: codesOf(POWER_KINDS), url }),
      }),
    ),
  }),
);

const figureSchema = z.strictObject({
  ...referenceSchema.shape,
  total: count,
  thisYear: count,
});

export const statisticsDataSchema = named(
  'Statistics',
  'How much was published (公开统计). Months are the last two years, oldest first; years are all of them, newest first.',
  z.strictObject({
    total: count,
    year: z.string(),
    months: z.array(z.strictObject({ month: z.string(), count })),
    years: z.array(z.strictObject({ year: z.string(), count, withAttachments: count })),
    organs: z.array(figureSchema),
    categories: z.array(figureSchema),
  }),
);

export const jsonFeedSchema = named(
  'JsonFeed',
  'JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/',
  z.strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: url,
    feed_url: url,
    description: z.string(),
    language: z.string(),
    authors: z.array(z.strictObject({ name: z.string(), url })),
    items: z.array(
      z.strictObject({
        id: z.string(),
        url,
        title: z.string(),
        content_text: z.string(),
        date_published: isoInstantSchema,
        date_modified: isoInstantSchema,
        tags: z.array(z.string()),
      }),
    ),
  }),
);
export type JsonFeed = z.output<typeof jsonFeedSchema>;
