import { Flex, Typography } from '@strapi/design-system';
import { useLabel, useTranslate } from '../message';
import { flowChanges, type NamedFlowDifference } from './flow-changes';

/** How the flowcharts of a power became others, in words. */
export const FlowsDifference = ({ before, after }: { before: readonly unknown[]; after: readonly unknown[] }) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    {flowChanges(before, after).map((difference) => (
      <FlowEntry key={`${difference.kind} ${difference.name}`} difference={difference} />
    ))}
  </Flex>
);

const FlowEntry = ({ difference: { kind, name, formerName, changes } }: { difference: NamedFlowDifference }) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="semiBold">{translate(`difference.flow.${kind}`, { name })}</Typography>
      {formerName === null ? null : (
        <Typography>{translate('difference.flow.renamed', { before: formerName, name })}</Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingLeft={3}>
        {changes.map((change, at) => (
          <Typography key={at} tag="li">
            {labelOf(change)}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
};
