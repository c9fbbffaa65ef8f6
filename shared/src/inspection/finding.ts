import { z } from 'zod';
import { isoDateSchema, isoInstantSchema } from '../dates.ts';
import { codesOf, type Vocabulary } from '../vocabulary.ts';

/** What a finding costs in the national inspection, the heaviest first. */
export const INSPECTION_SEVERITIES = {
  veto: { zh: '单项否决', en: 'Veto' },
  deduction: { zh: '扣分', en: 'Deduction' },
  notice: { zh: '提示', en: 'Notice' },
} as const satisfies Vocabulary;
export type InspectionSeverity = keyof typeof INSPECTION_SEVERITIES;

const sentence = z.string().min(1).max(1000);
const sentencesSchema = z.object({ zh: sentence, en: sentence });

/** One thing that the inspection found: where, what is wrong, what to do, until when. */
export const inspectionFindingSchema = z.object({
  /** Key of `INSPECTION_RULES`; a node may know one that its reader does not. */
  rule: z.string().min(1).max(60),
  severity: codesOf(INSPECTION_SEVERITIES),
  /** A path of the site, or a complete address. */
  place: z.string().min(1).max(2000),
  wrong: sentencesSchema,
  remedy: sentencesSchema,
  /** The last day on which all is well: ahead for what is still well, past for what is not. Null: to be done at once. */
  dueOn: isoDateSchema.nullable(),
});
export type InspectionFinding = z.infer<typeof inspectionFindingSchema>;

/** More findings than these nobody reads; the counts say how many there are. */
export const MOST_REPORTED_FINDINGS = 200;

/** What a node reports of its inspection. */
export const inspectionReportSchema = z.object({
  /** The day in China that the rules were applied for. */
  day: isoDateSchema,
  at: isoInstantSchema,
  counts: z.object({ veto: z.int().min(0), deduction: z.int().min(0), notice: z.int().min(0) }),
  /** The heaviest first. */
  findings: z.array(inspectionFindingSchema).max(MOST_REPORTED_FINDINGS),
});
export type InspectionReport = z.infer<typeof inspectionReportSchema>;
