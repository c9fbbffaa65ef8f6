import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useTranslate } from '../message';
import { ITEM_UID } from '../plugin-id';
import { NotPublished, PublicationState } from './PublicationState';

/** 公开状态: what the public sees of an item, beside the item. */
export const PublicationPanel: PanelComponent = ({ model, documentId }) => {
  const translate = useTranslate();
  if (model !== ITEM_UID) return null;
  if (documentId === undefined || documentId === 'create') {
    return { title: translate('publication.title'), content: <NotPublished /> };
  }
  return {
    title: translate('publication.title'),
    content: <PublicationState key={documentId} documentId={documentId} />,
  };
};
