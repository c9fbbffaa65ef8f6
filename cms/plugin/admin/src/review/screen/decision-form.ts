import {
  CONFIDENTIALITY_CHECKS,
  noticeProblems,
  recordProblems,
  type ConfidentialityCheck,
  type ConfidentialityRecord,
  type NoticeProblem,
  type NoticeWording,
  type RecordProblem,
  type Withholding,
} from 'disclosure-contract';
import type { ReviewComment, WrittenDecision } from '../review-api.ts';

export interface Answer {
  /** Null until somebody has answered: none of the checks answers itself. */
  readonly applies: boolean | null;
  readonly note: string;
}

export interface RecordForm extends Omit<ConfidentialityRecord, 'checks' | 'conclusion'> {
  readonly checks: Readonly<Record<ConfidentialityCheck, Answer>>;
  readonly conclusion: ConfidentialityRecord['conclusion'] | null;
}

export interface DecisionForm {
  readonly opinion: string;
  /** Comments by field of the content. */
  readonly comments: Readonly<Record<string, string>>;
  readonly record: RecordForm;
  /** What the public is told where the record comes to withholding; null: nothing. */
  readonly notice: NoticeWording | null;
}

/** What a confidentiality review before publication rests on; whoever reviews may write something else. */
const BASIS = '《中华人民共和国政府信息公开条例》第十七条、《中华人民共和国保守国家秘密法》第三十五条';

export const CHECKS = Object.keys(CONFIDENTIALITY_CHECKS) as ConfidentialityCheck[];

const UNANSWERED: Answer = { applies: null, note: '' };

export const EMPTY_FORM: DecisionForm = {
  opinion: '',
  comments: {},
  record: {
    carrier: 'document',
    checks: Object.fromEntries(CHECKS.map((check) => [check, UNANSWERED])) as RecordForm['checks'],
    conclusion: null,
    ground: null,
    basis: BASIS,
    reason: '',
    redactions: [],
    referredTo: '',
    reviewAgainOn: null,
  },
  notice: null,
};

/** Words for the public that would be true of anything: nothing of the item is taken over. */
export function suggestedNotice(mode: Withholding['mode']): NoticeWording {
  const what = mode === 'on_request' ? '依申请公开' : '不予公开';
  return {
    title: `关于一项信息${what}的说明`,
    explanation: `本机关制作或者保存的一项政府信息，经审查，依法${what}。理由和依据见下。`,
    showsReviewDate: true,
  };
}

/** What is said: that the version is let through (or what the record concludes), or that it goes back. */
export type Said = 'agree' | 'return';

export interface FormProblem {
  /** The input that it belongs to; several problems may belong to one. */
  readonly path: string;
  readonly problem:
    RecordProblem | NoticeProblem | 'words_missing' | 'answer_missing' | 'conclusion_missing' | 'row_incomplete';
}

const INPUT_OF: Readonly<Record<Exclude<RecordProblem, 'note_missing'>, string>> = {
  check_contradicts: 'conclusion',
  basis_missing: 'basis',
  reason_missing: 'reason',
  ground_missing: 'ground',
  review_date_missing: 'reviewAgainOn',
  redactions_missing: 'redactions',
  referral_missing: 'referredTo',
};

/** What is missing before a decision can be sent, in the order of the inputs. */
export function formProblems(form: DecisionForm, said: Said, hasRecord: boolean): FormProblem[] {
  if (said === 'return') {
    const hasWords = form.opinion.trim() !== '' || commentsOf(form).length > 0;
    return hasWords ? [] : [{ path: 'opinion', problem: 'words_missing' }];
  }
  return hasRecord ? [...problemsOfRecord(form.record), ...problemsOfNotice(form)] : [];
}

function problemsOfNotice(form: DecisionForm): FormProblem[] {
  const notice = noticeOf(form);
  if (notice === null) return [];
  return noticeProblems(notice).map((problem) => ({
    path: problem === 'notice_title_missing' ? 'notice.title' : 'notice.explanation',
    problem,
  }));
}

/** The notice as it is sent: only with a conclusion that it can tell of. */
function noticeOf({ record: { conclusion }, notice }: DecisionForm): NoticeWording | null {
  return modeOf(conclusion) === null ? null : notice;
}

/** How information can be had after a conclusion not to publish it; null for any other. */
export function modeOf(conclusion: RecordForm['conclusion']): Withholding['mode'] | null {
  if (conclusion === 'on_request') return 'on_request';
  return conclusion === 'withhold' ? 'withheld' : null;
}

function problemsOfRecord(form: RecordForm): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const check of CHECKS) {
    const { applies, note } = form.checks[check];
    if (applies === null) problems.push({ path: `checks.${check}`, problem: 'answer_missing' });
    if (applies === true && note.trim() === '') problems.push({ path: `checks.${check}`, problem: 'note_missing' });
  }
  const record = recordOf(form);
  if (record === null) return [...problems, { path: 'conclusion', problem: 'conclusion_missing' }];
  for (const problem of recordProblems(record)) {
    if (problem !== 'note_missing') problems.push({ path: INPUT_OF[problem], problem });
  }
  const isIncomplete = record.redactions.some(({ place, reason }) => place === '' || reason === '');
  if (isIncomplete) problems.push({ path: 'redactions', problem: 'row_incomplete' });
  return problems;
}

/** The record as it is sent: only what its conclusion asks for. Null without a conclusion. */
export function recordOf({ conclusion, ...form }: RecordForm): ConfidentialityRecord | null {
  if (conclusion === null) return null;
  const isWithheld = modeOf(conclusion) !== null;
  const answers = CHECKS.map((check) => {
    const { applies, note } = form.checks[check];
    return [check, { applies: applies === true, note: applies === true ? note.trim() : '' }];
  });
  return {
    carrier: form.carrier,
    conclusion,
    checks: Object.fromEntries(answers) as ConfidentialityRecord['checks'],
    basis: form.basis.trim(),
    reason: conclusion === 'publish' ? '' : form.reason.trim(),
    ground: isWithheld ? form.ground : null,
    reviewAgainOn: isWithheld ? form.reviewAgainOn : null,
    redactions: conclusion === 'publish_redacted' ? form.redactions.map(trimmedRow).filter(hasWords) : [],
    referredTo: conclusion === 'refer' ? form.referredTo.trim() : '',
  };
}

type Redaction = ConfidentialityRecord['redactions'][number];

function trimmedRow({ place, reason }: Redaction): Redaction {
  return { place: place.trim(), reason: reason.trim() };
}

function hasWords({ place, reason }: Redaction): boolean {
  return place !== '' || reason !== '';
}

export function commentsOf({ comments }: Pick<DecisionForm, 'comments'>): ReviewComment[] {
  return Object.entries(comments)
    .map(([field, text]) => ({ field, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

/** What the server is sent; `contentHash` is that of the content that was shown. */
export function decisionOf(form: DecisionForm, said: Said, hasRecord: boolean, contentHash: string): WrittenDecision {
  const isRecorded = hasRecord && said === 'agree';
  return {
    ...(isRecorded ? {} : { verdict: said }),
    opinion: form.opinion.trim(),
    comments: commentsOf(form),
    confidentiality: isRecorded ? recordOf(form.record) : null,
    notice: isRecorded ? noticeOf(form) : null,
    contentHash,
  };
}
