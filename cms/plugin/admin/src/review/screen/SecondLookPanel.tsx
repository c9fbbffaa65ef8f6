import { useState } from 'react';
import { Button, Dialog, Field, Flex, Radio, Textarea, TextInput, Typography } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { dayInChina, secondLookProblems, type SecondLook, type SecondLookProblem } from 'disclosure-contract';
import { useErrorMessage } from '../../error-message';
import { useTranslate } from '../../message';
import { AgainOn } from '../desk/AgainOn';
import { Panel } from '../Panel';
import { useLookAgainMutation, type ReviewReport } from '../review-api';
import { NoticeFields } from './NoticeFields';
import type { ReviewPanelProps } from './panels';
import { inputId } from './use-decision';

const EMPTY: SecondLook = { outcome: 'keep', reason: '', reviewAgainOn: null, notice: null };

const INPUT_OF: Readonly<Record<SecondLookProblem, string>> = {
  reason_missing: 'again.reason',
  review_date_missing: 'again.reviewAgainOn',
  review_date_past: 'again.reviewAgainOn',
  notice_title_missing: 'notice.title',
  notice_explanation_missing: 'notice.explanation',
};

/** 重新审查: whoever answers for a decision not to publish says whether it stands. */
export const SecondLookPanel = ({ review }: ReviewPanelProps) =>
  review.mayLookAgain ? <SecondLookForm key={review.reviewAgainOn} review={review} /> : null;

const SecondLookForm = ({ review }: { review: ReviewReport }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [lookAgain, { isLoading }] = useLookAgainMutation();
  const [look, setLook] = useState(EMPTY);
  const [isTried, setIsTried] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const change = (changed: Partial<SecondLook>) => setLook((known) => ({ ...known, ...changed }));
  const isKept = look.outcome === 'keep';
  const missing = () => secondLookProblems(look, dayInChina(new Date().toISOString()));
  const problems: Record<string, string> = {};
  for (const problem of isTried ? missing() : [])
    problems[INPUT_OF[problem]] = translate(`decision.problem.${problem}`);

  const ask = () => {
    setIsTried(true);
    const [first] = missing();
    if (first === undefined) setIsAsked(true);
    else document.getElementById(inputId(INPUT_OF[first]))?.focus();
  };
  const confirm = async () => {
    const said = isKept ? look : { ...look, reviewAgainOn: null, notice: null };
    const result = await lookAgain({ review: review.id, item: review.item, look: said });
    setIsAsked(false);
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else toggleNotification({ type: 'success', message: translate(`again.done.${look.outcome}`) });
  };

  return (
    <Panel title={translate('again.title')}>
      <Flex gap={2} wrap="wrap">
        <AgainOn day={review.reviewAgainOn ?? ''} />
        {review.onBehalfOfName === null ? null : (
          <Typography fontWeight="bold">{translate('decision.on-behalf', { name: review.onBehalfOfName })}</Typography>
        )}
      </Flex>
      <Typography>{translate('again.explanation')}</Typography>
      <Field.Root name="again-outcome">
        <Field.Label>{translate('again.outcome')}</Field.Label>
        <Radio.Group
          value={look.outcome}
          aria-label={translate('again.outcome')}
          onValueChange={(outcome: string) => change({ outcome: outcome as SecondLook['outcome'] })}
        >
          <Radio.Item value="keep">{translate('again.keep')}</Radio.Item>
          <Radio.Item value="reopen">{translate('again.reopen')}</Radio.Item>
        </Radio.Group>
      </Field.Root>
      <Field.Root id={inputId('again.reason')} name="again-reason" required error={problems['again.reason']}>
        <Field.Label>{translate('record.reason')}</Field.Label>
        <Textarea
          maxLength={1000}
          value={look.reason}
          onChange={({ target }: { target: HTMLTextAreaElement }) => change({ reason: target.value })}
        />
        <Field.Error />
      </Field.Root>
      {isKept ? (
        <Field.Root
          id={inputId('again.reviewAgainOn')}
          name="again-reviewAgainOn"
          required
          error={problems['again.reviewAgainOn']}
        >
          <Field.Label>{translate('again.next')}</Field.Label>
          <TextInput
            type="date"
            value={look.reviewAgainOn ?? ''}
            onChange={({ target }) => change({ reviewAgainOn: target.value === '' ? null : target.value })}
          />
          <Field.Error />
        </Field.Root>
      ) : null}
      {isKept && review.notice === null ? (
        <NoticeFields
          mode={review.decisions.some(({ verdict }) => verdict === 'on_request') ? 'on_request' : 'withheld'}
          wording={look.notice}
          problems={problems}
          onChange={(notice) => change({ notice })}
        />
      ) : null}
      <Flex justifyContent="flex-end">
        <Button size="L" loading={isLoading} onClick={ask}>
          {translate('again.submit')}
        </Button>
      </Flex>
      <Dialog.Root open={isAsked} onOpenChange={setIsAsked}>
        <ConfirmDialog title={translate('again.submit')} variant="default" onConfirm={confirm}>
          {translate(`again.confirm.${look.outcome}`, { day: look.reviewAgainOn ?? '' })}
        </ConfirmDialog>
      </Dialog.Root>
    </Panel>
  );
};
