import { useState } from 'react';
import { isBaseQueryError, useNotification } from '@strapi/strapi/admin';
import { asksForRecord } from 'disclosure-contract';
import { useErrorMessage } from '../../error-message';
import { useTranslate } from '../../message';
import { useDecideReviewMutation, type Draft, type ReviewReport } from '../review-api';
import { decisionOf, EMPTY_FORM, formProblems, type DecisionForm, type RecordForm, type Said } from './decision-form';
import { decisionKey } from './decision-words';

/** A decision that is being written: it outlives a reload of what it is about. */
export interface DecisionState {
  readonly form: DecisionForm;
  /** Messages by input. */
  readonly problems: Readonly<Record<string, string>>;
  /** What the server said about the decision as a whole, null when there is nothing. */
  readonly refusal: string | null;
  readonly isSending: boolean;
  change(changed: Partial<DecisionForm>): void;
  changeRecord(changed: Partial<RecordForm>): void;
  comment(field: string, text: string | null): void;
  /** Shows what is missing; false when something is. */
  check(said: Said): boolean;
  send(said: Said): Promise<void>;
}

export function useDecision(review: ReviewReport | undefined, draft: Draft | undefined): DecisionState {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [decide, { isLoading: isSending }] = useDecideReviewMutation();
  const [form, setForm] = useState<DecisionForm>(EMPTY_FORM);
  /** What somebody tried to say: from then on, what is missing is shown until it is there. */
  const [tried, setTried] = useState<Said | null>(null);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const isOfContent = review?.kind === 'publication';
  const hasRecord = review !== undefined && asksForRecord(review.kind, review.stepKind);
  const change = (changed: Partial<DecisionForm>) => setForm((known) => ({ ...known, ...changed }));

  const missing = tried === null ? [] : formProblems(form, tried, hasRecord);
  const problems: Record<string, string> = { ...refused };
  for (const { path, problem } of missing) {
    // Only what is to be published is changed after it was returned.
    const said = problem === 'words_missing' && !isOfContent ? 'reason_missing' : problem;
    problems[path] ??= translate(`decision.problem.${said}`);
  }

  const check = (said: Said): boolean => {
    setTried(said);
    setRefused({});
    setRefusal(null);
    const [first] = formProblems(form, said, hasRecord);
    if (first !== undefined) document.getElementById(inputId(first.path))?.focus();
    return first === undefined;
  };

  const send = async (said: Said): Promise<void> => {
    if (review === undefined) return;
    const shown = isOfContent ? draft?.contentHash : review.contentHash;
    const decision = decisionOf(form, said, hasRecord, shown ?? '');
    const result = await decide({ review: review.id, item: review.item, decision });
    if ('error' in result) {
      setRefusal(errorMessage(result.error));
      setRefused(problemsIn(result.error));
      return;
    }
    setForm(EMPTY_FORM);
    setTried(null);
    setRefused({});
    setRefusal(null);
    toggleNotification({
      type: 'success',
      message: translate(said === 'agree' ? 'decision.sent.agree' : decisionKey(review.kind, 'sent.return')),
    });
  };

  return {
    form,
    problems,
    refusal,
    isSending,
    change,
    changeRecord: (changed) => setForm((known) => ({ ...known, record: { ...known.record, ...changed } })),
    comment: (field, text) =>
      setForm(({ comments: { [field]: _former, ...others }, ...known }) => ({
        ...known,
        comments: text === null ? others : { ...others, [field]: text },
      })),
    check,
    send,
  };
}

export function inputId(path: string): string {
  return `decision-${path.replaceAll('.', '-')}`;
}

/** What the server found wrong, by input. */
function problemsIn(error: unknown): Record<string, string> {
  if (!isBaseQueryError(error as never)) return {};
  const { details } = error as { details?: { errors?: readonly { path?: readonly string[]; message: string }[] } };
  const found = (details?.errors ?? []).map(({ path, message }) => [path?.join('.') ?? '', message] as const);
  return Object.fromEntries(found);
}
