import { unstable_useContentManagerContext as useContentManagerContext, useNotification } from '@strapi/strapi/admin';
import { useWithdrawItemMutation } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { itemTypeOf, type ItemUid } from '../item-types';
import { useTranslate } from '../message';
import { WithdrawalForm, type WrittenWithdrawal } from './WithdrawalForm';

/** Takes an item down at once; what was done is reviewed afterwards. */
export const WithdrawDialog = ({ onClose }: { onClose: () => void }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { id, model } = useContentManagerContext();
  const { toggleNotification } = useNotification();
  const [withdraw, { isLoading }] = useWithdrawItemMutation();

  const confirm = async ({ reason, replacedBy }: WrittenWithdrawal) => {
    if (id === undefined) return;
    const result = await withdraw({ documentId: id, reason, replacedBy });
    if ('error' in result) {
      toggleNotification({ type: 'danger', message: errorMessage(result.error) });
      return;
    }
    toggleNotification({ type: 'success', message: translate('withdraw.done') });
    onClose();
  };

  return (
    <WithdrawalForm
      type={itemTypeOf(model as ItemUid)}
      documentId={id}
      explanation={translate('withdraw.explanation')}
      confirmLabel={translate('withdraw.confirm')}
      hasNote={false}
      isSending={isLoading}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
};
