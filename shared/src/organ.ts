import { z } from 'zod';
import { SLUG } from './addresses.ts';
import { isoDateSchema } from './dates.ts';
import { organKindSchema } from './vocabulary.ts';

/** A former or other name of an organ, and when it was its name. */
export const organAliasSchema = z.strictObject({
  name: z.string().min(1).max(100),
  from: isoDateSchema.nullable().default(null),
  until: isoDateSchema.nullable().default(null),
});
export type OrganAlias = z.infer<typeof organAliasSchema>;

/** 机构: a department, one of its inner sections, or a subordinate unit, as the public sees it. */
export const organSchema = z.object({
  documentId: z.string(),
  code: z.string().regex(SLUG),
  kind: organKindSchema,
  name: z.string(),
  shortName: z.string().nullable(),
  parent: z.string().nullable(),
  creditCode: z.string().nullable(),
  duties: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  officeHours: z.string().nullable(),
  leader: z.string().nullable(),
  order: z.int(),
  aliases: z.array(organAliasSchema),
});
export type Organ = z.infer<typeof organSchema>;
