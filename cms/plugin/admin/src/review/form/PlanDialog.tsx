import { useState } from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext, useNotification } from '@strapi/strapi/admin';
import { useErrorMessage } from '../../error-message';
import { useTranslate } from '../../message';
import { clockInChina, instantInChina, NO_TIME, planProblem, type ChinaTime } from '../china-time';
import { usePlanPublicationMutation } from '../review-api';
import { PlanField } from './PlanField';
import { useStanding } from './use-standing';

export const PlanDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { id, model } = useContentManagerContext();
  const { toggleNotification } = useNotification();
  const [plan, { isLoading }] = usePlanPublicationMutation();
  const standing = useStanding(model, id);
  const review = standing !== null && 'review' in standing ? standing.review : null;
  const planned = review?.publishAt ?? null;
  const [written, setWritten] = useState(planned === null ? NO_TIME : clockInChina(planned));
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const set = async (publishAt: string | null) => {
    if (review === null) return;
    const result = await plan({ review: review.id, item: review.item, publishAt });
    if ('error' in result) {
      setProblem(errorMessage(result.error));
      return;
    }
    toggleNotification({ type: 'success', message: translate(publishAt === null ? 'plan.removed' : 'plan.set') });
    onClose();
  };
  const write = (time: ChinaTime) => {
    setWritten(time);
    setProblem(undefined);
  };
  const confirm = async () => {
    const publishAt = instantInChina(written);
    const refused = planProblem(written, new Date().toISOString());
    if (refused !== null) setProblem(translate(`plan.${refused}`));
    else if (publishAt === null) setProblem(translate('plan.missing'));
    else await set(publishAt);
  };

  return (
    <>
      <Modal.Body>
        <PlanField value={written} error={problem} onChange={write} />
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {translate('cancel')}
        </Button>
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {planned === null ? null : (
            <Button variant="danger-light" loading={isLoading} onClick={() => void set(null)}>
              {translate('plan.remove')}
            </Button>
          )}
          <Button loading={isLoading} onClick={() => void confirm()}>
            {translate('confirm')}
          </Button>
        </Flex>
      </Modal.Footer>
    </>
  );
};
