import { z } from 'zod';
import { SLUG } from './addresses.ts';
import { categoryPurposeSchema } from './category-purpose.ts';
import { marked } from './marked.ts';
import {
  channelSchema,
  deadlineRuleSchema,
  disclosureModeSchema,
  legalBasisSchema,
  levelSchema,
  stageSchema,
  targetAudienceSchema,
} from './vocabulary.ts';

/** 公开目录: one node of the catalogue tree, with the columns of the standard catalogues (基层政务公开标准目录). */
export const categorySchema = z.object({
  documentId: z.string(),
  code: z.string().regex(SLUG),
  name: z.string(),
  parent: z.string().nullable(),
  order: z.int(),
  description: z.string().nullable(),
  legalBasis: legalBasisSchema.nullable(),
  deadlineRule: deadlineRuleSchema,
  contentElements: z.array(marked(z.string())),
  basis: z.string().nullable(),
  responsible: z.string().nullable(),
  channels: z.array(marked(channelSchema)),
  targetAudiences: z.array(targetAudienceSchema).min(1),
  /** Which group, when the target audiences name a specific one. */
  targetGroup: z.string().nullable(),
  mode: disclosureModeSchema,
  levels: z.array(levelSchema).min(1),
  stage: stageSchema.nullable(),
  /** Null for a category that the norms fix nothing of. */
  purpose: categoryPurposeSchema.nullable().default(null),
  /** By which steps and by whom information of the category is reviewed before it is public. */
  reviewProcedure: z.string().nullable(),
  enquiryPhone: z.string().nullable(),
  supervisionPhone: z.string().nullable(),
});
export type Category = z.infer<typeof categorySchema>;

/**
 * Whether the catalogue has a category published on the website, alone or among other channels. One that goes to notice
 * boards or to a group of people only is no column of the site, unless something in it was published there all the same.
 */
export function isForWebsite({ channels }: Pick<Category, 'channels'>): boolean {
  return channels.length === 0 || channels.some(({ value }) => value === 'website');
}
