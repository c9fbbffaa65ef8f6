import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { isItemUid } from '../item-types';
import { useTranslate } from '../message';
import { PreviewButton } from '../preview/PreviewButton';
import { AbstractAdvice } from './AbstractAdvice';
import { NotPublished, PublicationState } from './PublicationState';

/** 公开状态: what the public sees of an item, beside the item. */
export const PublicationPanel: PanelComponent = ({ model, documentId }) => {
  const translate = useTranslate();
  if (!isItemUid(model)) return null;
  if (documentId === undefined || documentId === 'create') {
    return { title: translate('publication.title'), content: withAdvice(<NotPublished />) };
  }
  return {
    title: translate('publication.title'),
    content: withAdvice(
      <>
        <PublicationState key={documentId} uid={model} documentId={documentId} />
        <PreviewButton key={`preview-${documentId}`} documentId={documentId} />
      </>,
    ),
  };
};

function withAdvice(state: ReactNode): ReactNode {
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {state}
      <AbstractAdvice />
    </Flex>
  );
}
