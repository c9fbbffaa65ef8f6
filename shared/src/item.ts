import { z } from 'zod';
import { SLUG } from './addresses.ts';
import { dayInChina, isoDateSchema, isoInstantSchema, type IsoDate } from './dates.ts';
import { publicStepSchema } from './public-history.ts';
import { readingSchema } from './reading.ts';
import { itemTypeSchema, recordSchema } from './record/record.ts';
import {
  channelSchema,
  deadlineRuleSchema,
  disclosureModeSchema,
  genreSchema,
  legalBasisSchema,
  scopeSchema,
  subjectSchema,
  validitySchema,
  withdrawalReasonSchema,
} from './vocabulary.ts';
import { withholdingSchema } from './withholding.ts';

/** A file that belongs to an item. Its bytes are fetched by `sha256` and served as `fileName` below the item's address. */
export const attachmentSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name in the address: unique within the item, a plain file name. */
  fileName: z
    .string()
    .min(1)
    .max(180)
    .regex(/^(?!\.{1,2}$)[^/\\\p{Cc}\p{Cs}]+$/u),
  /** What readers see. */
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.int().min(0),
  /** `image` files stand inside the body and are not listed as attachments. */
  role: z.enum(['attachment', 'image']),
  /** What the file says, for people who cannot open or see it. */
  accessibleText: z.string().nullable().default(null),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** 公开事项: everything of an item that becomes public. What is not named here does not leave the CMS. */
export const itemSchema = z.object({
  documentId: z.string(),
  slug: z.string().regex(SLUG).max(120),
  /** Addresses it had before, newest last. They redirect for ever. */
  formerSlugs: z.array(z.string().regex(SLUG)),
  indexNo: z.string(),
  title: z.string(),
  /** Category documentIds, the primary one first. */
  categories: z.array(z.string()).min(1),
  legalBases: z.array(legalBasisSchema),
  /** Organ documentIds. */
  publisher: z.string(),
  responsible: z.string().nullable(),
  docNo: z.string().nullable(),
  source: z.string().nullable(),
  subject: subjectSchema,
  genre: genreSchema,
  audienceClass: z.string().nullable(),
  lifecycleClass: z.string().nullable(),
  writtenOn: isoDateSchema.nullable(),
  effectiveOn: isoDateSchema.nullable(),
  repealedOn: isoDateSchema.nullable(),
  statedValidity: validitySchema.nullable(),
  keywords: z.array(z.string()),
  abstract: z.string().nullable(),
  /** Sanitised HTML; images as `files/<fileName>`. */
  body: z.string(),
  attachments: z.array(attachmentSchema),
  disclosureMode: disclosureModeSchema,
  channels: z.array(channelSchema),
  scope: scopeSchema,
  /** Null: that of the primary category, see `termsOf()`. */
  deadlineRule: deadlineRuleSchema.nullable().default(null),
  /** Null: that of the primary category, see `termsOf()`. */
  reviewProcedure: z.string().nullable().default(null),
  language: z.string(),
  /** When this system first made it public. Set once, by the system. */
  firstPublishedAt: isoInstantSchema,
  /** When this version became public. */
  publishedAt: isoInstantSchema,
  /** The day an imported item was first public elsewhere. */
  originalDate: isoDateSchema.nullable(),
  /** documentIds of the items that this one explains. */
  interprets: z.array(z.string()),
  /** documentIds of the items that this one takes the place of, wholly or in part. They may stay public. */
  replaces: z.array(z.string()).default([]),
  /** 更正说明: what this version corrects, for readers of the version before. */
  revisionNote: z.string().nullable().default(null),
  /** Derived by the CMS, this version included. Empty in versions from before: see `publicHistoryOf()`. */
  history: z.array(publicStepSchema).default([]),
  /** Derived by the CMS from the published files: of documents, workbooks and tables of text. */
  readings: z.array(readingSchema).default([]),
  /** Set by the system on an item that is a notice of information that is not published. */
  withholding: withholdingSchema.nullable().default(null),
  /** What it says as a power, a guide or a risk point; null for every other item. */
  record: recordSchema.nullable().default(null),
});
export type Item = z.infer<typeof itemSchema>;

/** The day under which lists file an item: its original day when it was imported, else the day of first publication. */
export function listedOn(item: Pick<Item, 'originalDate' | 'firstPublishedAt'>): IsoDate {
  return item.originalDate ?? dayInChina(item.firstPublishedAt);
}

/** What stays of a withdrawn item: its addresses, its number, the reason. Nothing of what it said. */
export const tombstoneSchema = z.object({
  documentId: z.string(),
  /** What it was: its address follows from it. */
  type: itemTypeSchema.default('item'),
  slug: z.string().regex(SLUG),
  formerSlugs: z.array(z.string().regex(SLUG)),
  indexNo: z.string(),
  reason: withdrawalReasonSchema,
  /** Slug of the item that takes its place. */
  replacedBy: z.string().regex(SLUG).nullable(),
  withdrawnAt: isoInstantSchema,
});
export type Tombstone = z.infer<typeof tombstoneSchema>;
