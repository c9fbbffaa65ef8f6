import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { isItemUid } from '../item-types';
import { useTranslate } from '../message';
import { Checks } from './Checks';

/** 检查: what the checks find in an item, as it is in the form. */
export const ChecksPanel: PanelComponent = ({ model, documentId }) => {
  const translate = useTranslate();
  if (!isItemUid(model)) return null;
  const saved = documentId === undefined || documentId === 'create' ? null : documentId;
  return { title: translate('checks.title'), content: <Checks key={saved ?? 'new'} documentId={saved} /> };
};
