import type { SyntheticEvent } from 'react';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useForm } from '@strapi/strapi/admin';
import { isItemUid } from '../../item-types';
import { useTranslate } from '../../message';
import { isLive } from '../../publication/live-status';
import { CancelAction, PlanAction, RequestWithdrawalAction, SubmitAction } from './review-actions';
import { endsBySaving } from './standing';
import { useStanding } from './use-standing';

/**
 * The actions of the form with those of reviews: what is to be done next stands first, and nobody is offered what the
 * server would refuse.
 */
export function withReviews(actions: DocumentActionComponent[]): DocumentActionComponent[] {
  const guarded = actions.map((action) => {
    if (action.type === 'publish') return onceApproved(action);
    return action.type === 'update' ? withWarning(action) : action;
  });
  return [SubmitAction, ...guarded, PlanAction, CancelAction, RequestWithdrawalAction];
}

/** Publish, when the very content in the form is approved. */
function onceApproved(action: DocumentActionComponent): DocumentActionComponent {
  const Guarded: DocumentActionComponent = (props) => {
    const description = action(props);
    const translate = useTranslate();
    const isModified = useForm('Publish', ({ modified }) => modified);
    const standing = useStanding(props.model, props.documentId);
    if (!isItemUid(props.model) || description === null) return description;
    switch (standing?.kind) {
      case 'approved':
        if (standing.review.hasDecided) return { ...description, disabled: true, label: translate('publish.decided') };
        return { ...description, disabled: description.disabled === true || isModified };
      case 'planned':
      case 'under_review':
      case 'being_withdrawn':
        return { ...description, disabled: true, label: translate(`publish.${standing.kind}`) };
      case 'not_submitted':
        // Submitting stands in its place.
        return isLive(props.document) && !isModified ? { ...description, disabled: true } : null;
      case undefined:
        return { ...description, disabled: true };
    }
  };
  return Object.assign(Guarded, { type: action.type, position: action.position });
}

/** Save, with a warning where it would end a review. */
function withWarning(action: DocumentActionComponent): DocumentActionComponent {
  const Warning: DocumentActionComponent = (props) => {
    const description = action(props);
    const translate = useTranslate();
    const standing = useStanding(props.model, props.documentId);
    if (description === null || standing === null || !endsBySaving(standing)) return description;
    const save = description.onClick;
    return {
      ...description,
      onClick: (event: SyntheticEvent) => event.preventDefault(),
      dialog: {
        type: 'dialog',
        title: translate('save-over-review.title'),
        content: translate('save-over-review.question'),
        onConfirm: async () => {
          await save?.(undefined as never);
        },
      },
    };
  };
  return Object.assign(Warning, { type: action.type, position: action.position });
}
