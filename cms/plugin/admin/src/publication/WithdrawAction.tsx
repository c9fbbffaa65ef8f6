import type { BulkActionComponent, DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { EyeStriked } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { isItemUid } from '../item-types';
import { useTranslate } from '../message';
import { RIGHTS } from '../permissions';
import { isLive } from './live-status';
import { WithdrawDialog } from './WithdrawDialog';

/** 紧急撤下: takes a published item off the sites at once, with a reason. It stands where other types have Unpublish. */
const WithdrawAction: DocumentActionComponent = ({ model, documentId, document, activeTab }) => {
  const translate = useTranslate();
  const { allowedActions } = useRBAC(RIGHTS.withdraw);
  if (!isItemUid(model) || documentId === undefined || allowedActions['canWithdraw'] !== true) return null;
  return {
    label: translate('withdraw.action'),
    icon: <EyeStriked />,
    variant: 'danger',
    position: 'panel',
    disabled: !isLive(document) || activeTab === 'published',
    dialog: { type: 'modal', title: translate('withdraw.title'), content: WithdrawDialog },
  };
};
WithdrawAction.position = 'panel';

export function withWithdraw(actions: DocumentActionComponent[]): DocumentActionComponent[] {
  const others = actions.map((action) => (action.type === 'unpublish' ? exceptForItems(action) : action));
  const at = others.findIndex(({ type }) => type === 'unpublish');
  return at < 0 ? [...others, WithdrawAction] : [...others.slice(0, at), WithdrawAction, ...others.slice(at)];
}

/** Unpublishing many items at once would name no reason for any of them. */
export function withoutBulkUnpublish(actions: BulkActionComponent[]): BulkActionComponent[] {
  return actions.map((action) => {
    if (action.type !== 'unpublish') return action;
    const Limited: BulkActionComponent = (props) => {
      const description = action(props);
      return isItemUid(props.model) ? null : description;
    };
    return Object.assign(Limited, { type: action.type });
  });
}

function exceptForItems(action: DocumentActionComponent): DocumentActionComponent {
  const Limited: DocumentActionComponent = (props) => {
    const description = action(props);
    return isItemUid(props.model) ? null : description;
  };
  return Object.assign(Limited, { type: action.type, position: action.position });
}
