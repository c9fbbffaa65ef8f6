import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { codesOf, type Vocabulary } from './vocabulary.ts';

/** 步骤类型: what a step of a chain answers for. */
export const STEP_KINDS = {
  check: { zh: '把关', en: 'Check' },
  confidentiality: { zh: '保密审查', en: 'Confidentiality review' },
  approval: { zh: '审批', en: 'Approval' },
} as const satisfies Vocabulary;

/** What is reviewed: a version to be published, the taking down of one, or a taking down that was done at once. */
export const REVIEW_KINDS = {
  publication: { zh: '公开', en: 'Publication' },
  withdrawal: { zh: '撤下', en: 'Withdrawal' },
  ratification: { zh: '紧急撤下的追认', en: 'Ratification of an emergency withdrawal' },
} as const satisfies Vocabulary;

export const REVIEW_STATES = {
  open: { zh: '审核中', en: 'Under review' },
  returned: { zh: '已退回', en: 'Returned' },
  withheld: { zh: '审查决定不公开', en: 'Not to be published' },
  void: { zh: '已失效', en: 'Void' },
  cancelled: { zh: '已撤回', en: 'Cancelled' },
  reopened: { zh: '可以重新送审', en: 'May be submitted again' },
  approved: { zh: '审核通过', en: 'Approved' },
  done: { zh: '已办结', en: 'Done' },
} as const satisfies Vocabulary;

/** What a person can say at a step. Only the confidentiality review can say more than the first two; the last, when it looks again at a decision not to publish. */
export const VERDICTS = {
  agree: { zh: '同意', en: 'Agree' },
  return: { zh: '退回修改', en: 'Return' },
  on_request: { zh: '依申请公开', en: 'Publish on request' },
  withhold: { zh: '不予公开', en: 'Withhold' },
  refer: { zh: '报请有关部门确定', en: 'Refer' },
  reopen: { zh: '可以重新送审', en: 'May be submitted again' },
} as const satisfies Vocabulary;

/** 审查结论 of a confidentiality review (政府信息公开条例 Art. 17, 37; 保守国家秘密法 Art. 35). */
export const CONCLUSIONS = {
  publish: { zh: '可以公开', en: 'Publish' },
  publish_redacted: { zh: '删减后公开', en: 'Publish redacted' },
  on_request: { zh: '依申请公开', en: 'On request' },
  withhold: { zh: '不予公开', en: 'Withhold' },
  refer: { zh: '需报审', en: 'Refer' },
} as const satisfies Vocabulary;
export type Conclusion = keyof typeof CONCLUSIONS;

/** 审查要点: every one of them is answered, with a note where the answer is yes. */
export const CONFIDENTIALITY_CHECKS = {
  state_secret: { zh: '涉及国家秘密', en: 'State secrets' },
  work_secret: { zh: '涉及工作秘密', en: 'Work secrets' },
  commercial_secret: { zh: '涉及商业秘密', en: 'Commercial secrets' },
  personal_privacy: { zh: '涉及个人隐私', en: 'Personal privacy' },
  three_security: { zh: '危及国家安全、公共安全、经济安全、社会稳定', en: 'Danger to security or stability' },
  internal_affairs: { zh: '属于内部事务信息', en: 'Internal affairs' },
  process_info: { zh: '属于过程性信息', en: 'Information of a process' },
  enforcement_file: { zh: '属于行政执法案卷', en: 'Enforcement files' },
  aggregation_risk: { zh: '与已公开信息汇聚后可能泄密', en: 'Risk in combination with what is public' },
} as const satisfies Vocabulary;
export type ConfidentialityCheck = keyof typeof CONFIDENTIALITY_CHECKS;

/** 不予公开的理由 (政府信息公开条例, 2019 revision, Art. 14–16). */
export const WITHHOLDING_GROUNDS = {
  state_secret: { zh: '依法确定为国家秘密（第十四条）', en: 'State secret (Art. 14)' },
  law_forbidden: { zh: '法律、行政法规禁止公开（第十四条）', en: 'Forbidden by law (Art. 14)' },
  three_security_one_stability: {
    zh: '可能危及国家安全、公共安全、经济安全、社会稳定（第十四条）',
    en: 'Danger to security or stability (Art. 14)',
  },
  third_party: {
    zh: '涉及商业秘密、个人隐私等，会损害第三方合法权益（第十五条）',
    en: 'Rights of third parties (Art. 15)',
  },
  internal_affairs: { zh: '内部事务信息（第十六条）', en: 'Internal affairs (Art. 16)' },
  process_info: { zh: '过程性信息（第十六条）', en: 'Information of a process (Art. 16)' },
  enforcement_file: { zh: '行政执法案卷信息（第十六条）', en: 'Enforcement files (Art. 16)' },
} as const satisfies Vocabulary;
export type WithholdingGround = keyof typeof WITHHOLDING_GROUNDS;

/** 载体形式 of what is reviewed. */
export const CARRIER_TYPES = {
  document: { zh: '公文类', en: 'Official document' },
  other: { zh: '非公文类', en: 'Other' },
} as const satisfies Vocabulary;

export const stepKindSchema = codesOf(STEP_KINDS);
export const reviewKindSchema = codesOf(REVIEW_KINDS);
export const reviewStateSchema = codesOf(REVIEW_STATES);
export const verdictSchema = codesOf(VERDICTS);
export type StepKind = z.infer<typeof stepKindSchema>;
export type ReviewKind = z.infer<typeof reviewKindSchema>;
export type ReviewState = z.infer<typeof reviewStateSchema>;
export type Verdict = z.infer<typeof verdictSchema>;

/** One step of a chain: who answers for what. */
export const reviewStepSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  kind: stepKindSchema,
  /** Code of the role whose members decide. */
  role: z.string().min(1).max(100),
  /** Only members who belong to the section that is responsible for the item. */
  ownSection: z.boolean().default(false),
  /** Within how many days from when it is their turn; null: without a limit. */
  days: z.int().min(1).max(90).nullable().default(null),
});
export type ReviewStep = z.infer<typeof reviewStepSchema>;

export const reviewStepsSchema = z.array(reviewStepSchema).max(10);

export type ChainProblem = 'chain_empty' | 'confidentiality_missing' | 'approval_missing' | 'names_repeated';

/**
 * What keeps a chain from being one: without a confidentiality review and an approval after it, nothing may be published
 * (政府信息公开条例 Art. 17).
 */
export function chainProblems(steps: readonly ReviewStep[]): ChainProblem[] {
  if (steps.length === 0) return ['chain_empty'];
  const problems: ChainProblem[] = [];
  const review = steps.findIndex(({ kind }) => kind === 'confidentiality');
  if (review === -1) problems.push('confidentiality_missing');
  if (steps.at(-1)?.kind !== 'approval') problems.push('approval_missing');
  if (new Set(steps.map(({ name }) => name)).size < steps.length) problems.push('names_repeated');
  return problems;
}

/** What a confidentiality review writes down (政府信息公开条例 Art. 14–18, 37). */
export const confidentialityRecordSchema = z.strictObject({
  carrier: codesOf(CARRIER_TYPES),
  checks: z.record(
    codesOf(CONFIDENTIALITY_CHECKS),
    z.strictObject({ applies: z.boolean(), note: z.string().trim().max(500).default('') }),
  ),
  conclusion: codesOf(CONCLUSIONS),
  /** Why the information is not published, where it is not. */
  ground: codesOf(WITHHOLDING_GROUNDS).nullable().default(null),
  /** Provision that the conclusion rests on. */
  basis: z.string().trim().max(500).default(''),
  reason: z.string().trim().max(1000).default(''),
  /** What was left out of the version that is published. */
  redactions: z
    .array(z.strictObject({ place: z.string().trim().min(1).max(100), reason: z.string().trim().min(1).max(300) }))
    .max(50)
    .default([]),
  /** To whom an unsure case is referred. */
  referredTo: z.string().trim().max(100).default(''),
  /** When the decision not to publish is looked at again (Art. 18). */
  reviewAgainOn: isoDateSchema.nullable().default(null),
});
export type ConfidentialityRecord = z.infer<typeof confidentialityRecordSchema>;

export type RecordProblem =
  | 'note_missing'
  | 'check_contradicts'
  | 'basis_missing'
  | 'reason_missing'
  | 'ground_missing'
  | 'review_date_missing'
  | 'redactions_missing'
  | 'referral_missing';

/** What is missing in a record, or does not fit together. */
export function recordProblems(record: ConfidentialityRecord): RecordProblem[] {
  const problems: RecordProblem[] = [];
  const { conclusion } = record;
  const applying = Object.values(record.checks).filter(({ applies }) => applies);
  if (applying.some(({ note }) => note === '')) problems.push('note_missing');
  if (conclusion === 'publish' && applying.length > 0) problems.push('check_contradicts');
  if (record.basis === '') problems.push('basis_missing');
  if (conclusion !== 'publish' && record.reason === '') problems.push('reason_missing');
  if (conclusion === 'publish_redacted' && record.redactions.length === 0) problems.push('redactions_missing');
  if (conclusion === 'refer' && record.referredTo === '') problems.push('referral_missing');
  if (conclusion === 'withhold' || conclusion === 'on_request') {
    if (record.ground === null) problems.push('ground_missing');
    if (record.reviewAgainOn === null) problems.push('review_date_missing');
  }
  return problems;
}

/** The verdict that a conclusion comes to. */
export function verdictOf(conclusion: Conclusion): Verdict {
  return conclusion === 'publish' || conclusion === 'publish_redacted' ? 'agree' : conclusion;
}

/** Whether a step is decided with a record: secrets are looked for in what is to be published, not in what is taken down. */
export function asksForRecord(review: ReviewKind, step: StepKind): boolean {
  return review === 'publication' && step === 'confidentiality';
}

/** A person who takes part in reviews. */
export interface Reviewer {
  readonly id: string;
  /** Codes of roles. */
  readonly roles: readonly string[];
  /** documentIds of the organs they belong to. */
  readonly sections: readonly string[];
}

/** As much of a review as is needed to say who may decide. */
export interface ReviewFacts {
  readonly state: ReviewState;
  readonly steps: readonly ReviewStep[];
  /** Index in `steps`. */
  readonly step: number;
  /** The section that is responsible for the item, and the organs above it. */
  readonly sections: readonly string[];
  /** Everyone who wrote in the version under review, and who submitted it. */
  readonly authors: readonly string[];
  /** Everyone who has decided a step of this review, those they stood in for included. */
  readonly decided: readonly string[];
}

export type DecisionRefusal = 'review_closed' | 'not_your_step' | 'own_work' | 'decided_before';

/**
 * Why a person may not decide the current step; null when they may. Nobody approves their own work, and nobody decides two
 * steps of one review: so the confidentiality reviewer is neither author nor approver.
 */
export function refusalOfDecision(person: Reviewer, review: ReviewFacts): DecisionRefusal | null {
  const step = review.state === 'open' ? review.steps[review.step] : undefined;
  if (step === undefined) return 'review_closed';
  if (!person.roles.includes(step.role)) return 'not_your_step';
  if (step.ownSection && !person.sections.some((section) => review.sections.includes(section))) return 'not_your_step';
  if (review.authors.includes(person.id)) return 'own_work';
  if (review.decided.includes(person.id)) return 'decided_before';
  return null;
}

/**
 * As whom a person may decide: as themselves, or else in place of somebody they stand in for. The rules hold for both: a
 * stand-in who wrote the version may not decide for someone who did not, nor the other way round.
 */
export function capacityFor(
  person: Reviewer,
  represented: readonly Reviewer[],
  review: ReviewFacts,
): { readonly as: Reviewer; readonly refusal: null } | { readonly as: null; readonly refusal: DecisionRefusal } {
  const refusal = refusalOfDecision(person, review);
  if (refusal === null) return { as: person, refusal };
  if (refusal !== 'not_your_step') return { as: null, refusal };
  const isFree = ({ id }: Reviewer) => !review.authors.includes(id) && !review.decided.includes(id);
  if (isFree(person)) {
    const other = represented.find((each) => refusalOfDecision(each, review) === null);
    if (other !== undefined) return { as: other, refusal: null };
  }
  return { as: null, refusal };
}

/** A stand-in holds from the first day to the last, both included. */
export function standsInOn(standIn: { readonly from: string; readonly to: string }, day: string): boolean {
  return standIn.from <= day && day <= standIn.to;
}

/** Where a review stands after a verdict at its current step. */
export function afterVerdict(
  review: Pick<ReviewFacts, 'steps' | 'step'>,
  verdict: Verdict,
): { readonly state: ReviewState; readonly step: number } {
  const { step } = review;
  switch (verdict) {
    case 'agree':
      return step + 1 < review.steps.length ? { state: 'open', step: step + 1 } : { state: 'approved', step };
    case 'return':
      return { state: 'returned', step };
    case 'refer':
      return { state: 'open', step };
    case 'reopen':
      return { state: 'reopened', step };
    case 'on_request':
    case 'withhold':
      return { state: 'withheld', step };
  }
}

/** Content that becomes public, by field. Two texts are the same content when their hashes are the same. */
export type FieldHashes = Readonly<Record<string, string>>;

/** The fields in which two versions differ, in the order of their names. */
export function changedFields(before: FieldHashes, after: FieldHashes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}
