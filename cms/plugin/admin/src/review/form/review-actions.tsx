import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { Clock, Cross, EyeStriked, PaperPlane } from '@strapi/icons';
import { useForm, useNotification, useRBAC } from '@strapi/strapi/admin';
import { useErrorMessage } from '../../error-message';
import { isItemUid } from '../../item-types';
import { useTranslate } from '../../message';
import { rightsOn } from '../../permissions';
import { isLive } from '../../publication/live-status';
import { useCancelReviewMutation } from '../review-api';
import { PlanDialog } from './PlanDialog';
import { RequestWithdrawalDialog } from './RequestWithdrawalDialog';
import { SubmitDialog } from './SubmitDialog';
import { useStanding } from './use-standing';

type Props = Parameters<DocumentActionComponent>[0];

const isSaved = (documentId: string | undefined) => documentId !== undefined && documentId !== 'create';

/** 送审: stands where Publish stands for other types, until there is an approval. */
export const SubmitAction: DocumentActionComponent = ({ model, documentId, document, activeTab }: Props) => {
  const translate = useTranslate();
  const { allowedActions } = useRBAC(rightsOn(model).update);
  const isModified = useForm('SubmitAction', ({ modified }) => modified);
  const standing = useStanding(model, documentId);
  const isPublished = isLive(document) && document?.status !== 'modified' && !isModified;
  if (standing?.kind !== 'not_submitted' || standing.isWithheld) return null;
  if (isPublished || allowedActions['canUpdate'] !== true) return null;
  return {
    label: translate('submit.action'),
    icon: <PaperPlane />,
    variant: 'default',
    position: 'panel',
    disabled: !isSaved(documentId) || isModified || activeTab === 'published',
    dialog: { type: 'modal', title: translate('submit.title'), content: SubmitDialog },
  };
};

/** 撤回送审, also of what is approved and not yet published. */
export const CancelAction: DocumentActionComponent = ({ model, documentId }: Props) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [cancel, { isLoading }] = useCancelReviewMutation();
  const standing = useStanding(model, documentId);
  if (standing === null || standing.kind === 'not_submitted' || !standing.review.mayCancel) return null;
  const { id, item } = standing.review;

  const confirm = async () => {
    const result = await cancel({ review: id, item });
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else toggleNotification({ type: 'success', message: translate('cancel-review.done') });
  };
  return {
    label: translate('cancel-review.action'),
    icon: <Cross />,
    position: 'panel',
    loading: isLoading,
    dialog: {
      type: 'dialog',
      title: translate('cancel-review.action'),
      content: translate('cancel-review.question'),
      onConfirm: confirm,
    },
  };
};

/** 定时发布: sets, moves or takes away the time of a publication that is under review or approved. */
export const PlanAction: DocumentActionComponent = ({ model, documentId }: Props) => {
  const translate = useTranslate();
  const { allowedActions } = useRBAC(rightsOn(model).publish);
  const standing = useStanding(model, documentId);
  if (standing === null || standing.kind === 'not_submitted' || standing.kind === 'being_withdrawn') return null;
  if (allowedActions['canPublish'] !== true || standing.review.hasDecided) return null;
  return {
    label: translate(standing.review.publishAt === null ? 'plan.action' : 'plan.action.change'),
    icon: <Clock />,
    position: 'panel',
    dialog: { type: 'modal', title: translate('plan.title'), content: PlanDialog },
  };
};

/** 申请撤下: the withdrawal is reviewed before it is done. */
export const RequestWithdrawalAction: DocumentActionComponent = ({ model, documentId, document, activeTab }: Props) => {
  const translate = useTranslate();
  const { allowedActions } = useRBAC(rightsOn(model).update);
  const standing = useStanding(model, documentId);
  if (!isItemUid(model) || !isLive(document) || allowedActions['canUpdate'] !== true) return null;
  return {
    label: translate('request-withdrawal.action'),
    icon: <EyeStriked />,
    position: 'panel',
    disabled: standing?.kind !== 'not_submitted' || activeTab === 'published',
    dialog: {
      type: 'modal',
      title: translate('request-withdrawal.action'),
      content: RequestWithdrawalDialog,
    },
  };
};
for (const action of [SubmitAction, CancelAction, PlanAction, RequestWithdrawalAction]) action.position = 'panel';
