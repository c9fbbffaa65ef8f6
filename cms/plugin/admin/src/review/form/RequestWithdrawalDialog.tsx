import { unstable_useContentManagerContext as useContentManagerContext, useNotification } from '@strapi/strapi/admin';
import { useErrorMessage } from '../../error-message';
import { itemTypeOf, type ItemUid } from '../../item-types';
import { useTranslate } from '../../message';
import { WithdrawalForm, type WrittenWithdrawal } from '../../publication/WithdrawalForm';
import { useRequestWithdrawalMutation } from '../review-api';

export const RequestWithdrawalDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { id, model } = useContentManagerContext();
  const { toggleNotification } = useNotification();
  const [request, { isLoading }] = useRequestWithdrawalMutation();

  const confirm = async (withdrawal: WrittenWithdrawal) => {
    if (id === undefined) return;
    const result = await request({ item: id, ...withdrawal });
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
      return;
    }
    toggleNotification({ type: 'success', message: translate('submit.done') });
    onClose();
  };

  return (
    <WithdrawalForm
      type={itemTypeOf(model as ItemUid)}
      documentId={id}
      explanation={translate('request-withdrawal.explanation')}
      confirmLabel={translate('submit.action')}
      hasNote
      isSending={isLoading}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
};
