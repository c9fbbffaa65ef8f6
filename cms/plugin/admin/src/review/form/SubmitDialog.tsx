import { useEffect, useRef, useState } from 'react';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext, useNotification } from '@strapi/strapi/admin';
import { fieldMessages, useErrorMessage } from '../../error-message';
import { useTranslate } from '../../message';
import { instantInChina, NO_TIME, planProblem } from '../china-time';
import { useSubmitReviewMutation } from '../review-api';
import { ApartFromButton } from './ApartFromButton';
import { PlanField } from './PlanField';

export const SubmitDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { id } = useContentManagerContext();
  const { toggleNotification } = useNotification();
  const [submit, { isLoading }] = useSubmitReviewMutation();
  const [note, setNote] = useState('');
  const [planned, setPlanned] = useState(NO_TIME);
  const [problem, setProblem] = useState<{ summary: string; gaps: readonly string[] } | null>(null);
  const refusal = useRef<HTMLDivElement>(null);
  // A button that waits gives its focus to the dialog, which brings up the hint of the button of the form.
  useEffect(() => refusal.current?.focus(), [problem]);

  const confirm = async () => {
    if (id === undefined) return;
    const refused = planProblem(planned, new Date().toISOString());
    if (refused !== null) {
      setProblem({ summary: translate(`plan.${refused}`), gaps: [] });
      return;
    }
    const result = await submit({ item: id, note: note.trim(), publishAt: instantInChina(planned) });
    if ('error' in result) {
      const summary = errorMessage(result.error);
      // A form that is wrong as written is refused with its only problem as the summary.
      setProblem({ summary, gaps: fieldMessages(result.error).filter((gap) => gap !== summary) });
      return;
    }
    toggleNotification({ type: 'success', message: translate('submit.done') });
    onClose();
  };

  return (
    <ApartFromButton>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Typography>{translate('submit.explanation')}</Typography>
          <Field.Root name="submit-note" hint={translate('submit.note.hint')}>
            <Field.Label>{translate('submit.note')}</Field.Label>
            {/* Whoever opens the dialog writes first, and the hint of the button does not come up. */}
            <Textarea
              autoFocus
              maxLength={1000}
              value={note}
              onChange={({ target }: { target: HTMLTextAreaElement }) => setNote(target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <PlanField value={planned} error={undefined} onChange={setPlanned} />
          {problem === null ? null : (
            <Flex ref={refusal} tabIndex={-1} role="alert" direction="column" alignItems="stretch" gap={2}>
              <Typography textColor="danger600">{problem.summary}</Typography>
              {problem.gaps.length > 0 ? (
                <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
                  {problem.gaps.map((gap) => (
                    <Typography key={gap} tag="li" textColor="danger600">
                      {gap}
                    </Typography>
                  ))}
                </ul>
              ) : null}
            </Flex>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {translate('cancel')}
        </Button>
        <Button loading={isLoading} onClick={() => void confirm()}>
          {translate('submit.action')}
        </Button>
      </Modal.Footer>
    </ApartFromButton>
  );
};
