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

const line = (most: number) => z.string().trim().max(most);

/** 领导: who leads an organ, in the order in which they are listed (Regulation, art. 20, no. 2). */
export const leaderSchema = z.strictObject({
  name: line(40).min(1),
  post: line(100).min(1),
  duties: line(1000).default(''),
});
export type Leader = z.infer<typeof leaderSchema>;

/** 查阅场所: where information can be read on paper (Regulation, art. 25). */
export const venueSchema = z.strictObject({
  name: line(100).min(1),
  address: line(200).min(1),
  hours: line(200).min(1),
  phone: line(60).default(''),
  /** What can be read there. */
  holdings: line(500).default(''),
});
export type Venue = z.infer<typeof venueSchema>;

/** 申请方式: a way to hand in an application for information, and where it leads (Regulation, art. 29). */
export const applicationWaySchema = z.strictObject({
  way: line(40).min(1),
  /** An address, a number, a mailbox. */
  place: line(300).min(1),
  note: line(500).default(''),
});
export type ApplicationWay = z.infer<typeof applicationWaySchema>;

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
  leaders: z.array(leaderSchema).default([]),
  venues: z.array(venueSchema).default([]),
  /** Empty for organs that take no applications. */
  applicationWays: z.array(applicationWaySchema).default([]),
});
export type Organ = z.infer<typeof organSchema>;
