import {
  asksForRecord,
  confidentialityRecordSchema,
  noticeProblems,
  noticeWordingSchema,
  recordProblems,
  secondLookProblems,
  secondLookSchema,
  type ConfidentialityRecord,
  type IsoDate,
  type NoticeWording,
  type RecordProblem,
  type ReviewKind,
  type ReviewStep,
  type SecondLook,
  type SecondLookProblem,
  type Verdict,
  verdictOf,
} from 'disclosure-contract';
import { z } from 'zod';
import type { ReviewComment } from '../content-types/rows.ts';
import { refuse } from '../errors.ts';
import type { Problem } from './problem.ts';
import { readInput } from './read-input.ts';

const LONGEST_OPINION = 2000;

const decisionSchema = z.strictObject({
  verdict: z.enum(['agree', 'return']).optional(),
  opinion: z.string().trim().max(LONGEST_OPINION).default(''),
  comments: z
    .array(z.strictObject({ field: z.string().min(1).max(60), text: z.string().trim().min(1).max(1000) }))
    .max(50)
    .default([]),
  confidentiality: confidentialityRecordSchema.nullable().default(null),
  /** What the public is told of a decision not to publish; null: nothing. */
  notice: noticeWordingSchema.nullable().default(null),
  /** What the person had before them. */
  contentHash: z.string(),
});

export interface WrittenDecision {
  readonly verdict: Verdict;
  readonly opinion: string;
  readonly comments: readonly ReviewComment[];
  readonly confidentiality: ConfidentialityRecord | null;
  readonly notice: NoticeWording | null;
  readonly contentHash: string;
}

const SAID: Readonly<Record<RecordProblem | SecondLookProblem, string>> = {
  note_missing: '答“是”的审查要点，请写明情况。',
  check_contradicts: '有审查要点答“是”，结论不能是“可以公开”。请核对。',
  basis_missing: '请填写审查依据。',
  reason_missing: '请填写理由。',
  ground_missing: '请选择不予公开的理由。',
  review_date_missing: '请填写重新审查的日期（条例第十八条：不公开的信息要定期评估）。',
  review_date_past: '重新审查的日期要在今天以后。',
  notice_title_missing: '请填写网站上说明的标题。',
  notice_explanation_missing: '请填写网站上说明的内容。',
  redactions_missing: '请逐处写明删减了什么、为什么。',
  referral_missing: '请填写报请哪个部门确定。',
};

/** What is being decided, where in its chain, and on which day. */
export interface DecisionPlace {
  readonly kind: ReviewKind;
  readonly step: ReviewStep;
  readonly today: IsoDate;
}

/**
 * What a person said at a step. A return needs words, and the confidentiality review of a publication its record.
 *
 * @throws what `refuse()` throws, with `decision_incomplete`
 */
export function readDecision(written: unknown, { kind, step, today }: DecisionPlace): WrittenDecision {
  const { verdict, confidentiality, notice, ...said } = readInput(decisionSchema, written);
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
    else {
      for (const problem of recordProblems(confidentiality)) add('confidentiality', SAID[problem]);
      const { reviewAgainOn } = confidentiality;
      if (reviewAgainOn !== null && reviewAgainOn <= today) add('confidentiality', SAID.review_date_past);
      if (notice !== null) for (const problem of noticeProblems(notice)) add('notice', SAID[problem]);
    }
  } else if (verdict === undefined) {
    add('verdict', '请选择同意或者退回。');
  }
  if (problems.length > 0) refuse('decision_incomplete', problems.map(({ message }) => message).join(''), problems);
  const isReviewed = hasRecord && confidentiality !== null;
  const reached = isReviewed ? verdictOf(confidentiality.conclusion) : (verdict ?? 'return');
  return {
    ...said,
    verdict: reached,
    confidentiality: isReviewed ? confidentiality : null,
    notice: reached === 'withhold' || reached === 'on_request' ? notice : null,
  };
}

/**
 * What a person said when they looked again at a decision not to publish.
 *
 * @throws what `refuse()` throws, with `decision_incomplete`
 */
export function readSecondLook(written: unknown, today: IsoDate): SecondLook {
  const look = readInput(secondLookSchema, written);
  const problems = secondLookProblems(look, today).map((problem) => ({
    path: problem.startsWith('notice') ? 'notice' : problem.startsWith('reason') ? 'reason' : 'reviewAgainOn',
    code: 'decision_incomplete' as const,
    message: SAID[problem],
  }));
  if (problems.length > 0) refuse('decision_incomplete', problems.map(({ message }) => message).join(''), problems);
  return look;
}
