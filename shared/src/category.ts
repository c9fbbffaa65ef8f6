import { z } from 'zod';
import { SLUG } from './addresses.ts';
import {
  channelSchema,
  deadlineRuleSchema,
  disclosureModeSchema,
  legalBasisSchema,
  levelSchema,
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
  contentElements: z.array(z.string()),
  basis: z.string().nullable(),
  responsible: z.string().nullable(),
  channels: z.array(channelSchema),
  audience: z.string().nullable(),
  mode: disclosureModeSchema,
  level: levelSchema,
});
export type Category = z.infer<typeof categorySchema>;
