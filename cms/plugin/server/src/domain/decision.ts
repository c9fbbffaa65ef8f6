import {
  asksForRecord,
  confidentialityRecordSchema,
  DisclosureError,
  recordProblems,
  type ConfidentialityRecord,
  type RecordProblem,
  type ReviewKind,
  type ReviewStep,
  type Verdict,
  verdictOf,
} from 'disclosure-contract';
import { z } from 'zod';
import type { ReviewComment } from '../content-types/rows.ts';
import { refuse } from '../errors.ts';
import type { Problem } from './problem.ts';

const LONGEST_OPINION = 2000;

const decisionSchema = z.strictObject({
  verdict: z.enum(['agree', 'return']).optional(),
  opinion: z.string().trim().max(LONGEST_OPINION).default(''),
  comments: z
    .array(z.strictObject({ field: z.string().min(1).max(60), text: z.string().trim().min(1).max(1000) }))
    .max(50)
    .default([]),
  confidentiality: confidentialityRecordSchema.nullable().default(null),
  /** What the person had before them. */
  contentHash: z.string(),
});

export interface WrittenDecision {
  readonly verdict: Verdict;
  readonly opinion: string;
  readonly comments: readonly ReviewComment[];
  readonly confidentiality: ConfidentialityRecord | null;
  readonly contentHash: string;
}

const SAID: Readonly<Record<RecordProblem, string>> = {
  note_missing: '答“是”的审查要点，请写明情况。',
  check_contradicts: '有审查要点答“是”，结论不能是“可以公开”。请核对。',
  basis_missing: '请填写审查依据。',
  reason_missing: '请填写理由。',
  ground_missing: '请选择不予公开的理由。',
  review_date_missing: '请填写重新审查的日期（条例第十八条：不公开的信息要定期评估）。',
  redactions_missing: '请逐处写明删减了什么、为什么。',
  referral_missing: '请填写报请哪个部门确定。',
};

/**
 * What a person said at a step. A return needs words, and a confidentiality review that lets something be published needs its
 * record.
 *
 * @throws what `refuse()` throws, with `decision_incomplete`
 */
export function readDecision(written: unknown, kind: ReviewKind, step: ReviewStep): WrittenDecision {
  const parsed = decisionSchema.safeParse(written);
  if (!parsed.success) throw unreadable(parsed.error);
  const { verdict, confidentiality, ...said } = parsed.data;
  const problems: Problem[] = [];
  const add = (path: string, message: string): void => {
    problems.push({ path, code: 'decision_incomplete', message });
  };

  if (verdict === 'return' && said.opinion === '' && said.comments.length === 0) {
    add('opinion', kind === 'publication' ? '退回修改，请写明哪里要改。' : '不同意的，请写明理由。');
  }
  const hasRecord = asksForRecord(kind, step.kind) && verdict !== 'return';
  if (hasRecord) {
    if (confidentiality === null) add('confidentiality', '请填写保密审查记录。');
    else for (const problem of recordProblems(confidentiality)) add('confidentiality', SAID[problem]);
  } else if (verdict === undefined) {
    add('verdict', '请选择同意或者退回。');
  }
  if (problems.length > 0) refuse('decision_incomplete', problems.map(({ message }) => message).join(''), problems);
  const isReviewed = hasRecord && confidentiality !== null;
  return {
    ...said,
    verdict: isReviewed ? verdictOf(confidentiality.conclusion) : (verdict ?? 'return'),
    confidentiality: isReviewed ? confidentiality : null,
  };
}

function unreadable({ issues: [issue] }: z.ZodError): DisclosureError {
  const path = issue?.path.join('.') ?? '';
  return new DisclosureError('parameter_invalid', `Cannot read "${path}": ${issue?.message ?? 'not as expected'}`, {
    path,
  });
}
