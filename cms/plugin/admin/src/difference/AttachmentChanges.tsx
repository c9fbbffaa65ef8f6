import { Flex, Typography } from '@strapi/design-system';
import type { AttachmentChange } from 'disclosure-contract/difference';
import { useTranslate } from '../message';
import { Added, Removed } from './marks';

export const AttachmentChanges = ({ changes }: { changes: readonly AttachmentChange[] }) => (
  <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
    {changes.map((change, at) => (
      <li key={at}>
        <Typography>
          <Change change={change} />
        </Typography>
      </li>
    ))}
  </Flex>
);

const Change = ({ change }: { change: AttachmentChange }) => {
  const translate = useTranslate();
  switch (change.kind) {
    case 'added':
      return <Added>{change.name}</Added>;
    case 'removed':
      return <Removed>{change.name}</Removed>;
    case 'renamed':
      return (
        <>
          <Removed>{change.before}</Removed> <Added>{change.name}</Added>
        </>
      );
    case 'replaced':
      return <>{translate('difference.file.replaced', { name: change.name })}</>;
    case 'described':
      return <>{translate('difference.file.described', { name: change.name })}</>;
    case 'moved':
      return <>{translate('difference.file.moved', { name: change.name })}</>;
  }
};
