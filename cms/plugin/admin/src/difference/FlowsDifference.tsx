import { Flex, Typography } from '@strapi/design-system';
import { FLOW_SCOPES } from 'disclosure-contract/flow';
import { useLabel, useTranslate } from '../message';
import { flowChanges, type FlowChange, type FlowDifference } from './flow-changes';

/** How the flowcharts of a power became others, in words. */
export const FlowsDifference = ({ before, after }: { before: readonly unknown[]; after: readonly unknown[] }) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    {flowChanges(before, after).map((difference) => (
      <FlowEntry key={`${difference.kind} ${difference.name}`} difference={difference} />
    ))}
  </Flex>
);

const FlowEntry = ({ difference: { kind, name, formerName, changes } }: { difference: FlowDifference }) => {
  const translate = useTranslate();
  const words = useChangeWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="semiBold">{translate(`difference.flow.${kind}`, { name })}</Typography>
      {formerName === null ? null : (
        <Typography>{translate('difference.flow.renamed', { before: formerName, name })}</Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingLeft={3}>
        {changes.map((change, at) => (
          <Typography key={at} tag="li">
            {words(change)}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
};

/** A change as a sentence. */
function useChangeWords(): (change: FlowChange) => string {
  const translate = useTranslate();
  const labelOf = useLabel();
  return (change) => {
    switch (change.kind) {
      case 'scope':
        return translate('difference.flow.scope', {
          before: labelOf(FLOW_SCOPES[change.before]),
          after: labelOf(FLOW_SCOPES[change.after]),
        });
      case 'node_added':
      case 'node_removed':
        return translate(`difference.flow.${change.kind}`, { kind: labelOf(change.what), name: labelOf(change.node) });
      case 'node_renamed':
        return translate('difference.flow.node_renamed', {
          kind: labelOf(change.what),
          before: labelOf(change.before),
          name: labelOf(change.node),
        });
      case 'node_changed':
        return translate('difference.flow.node_changed', {
          kind: labelOf(change.what),
          name: labelOf(change.node),
          what: change.parts.map((part) => translate(`difference.flow.part.${part}`)).join(translate('list-comma')),
        });
      case 'edge_added':
      case 'edge_removed':
      case 'edge_changed':
        return translate(`difference.flow.${change.kind}`, { from: labelOf(change.from), to: labelOf(change.to) });
    }
  };
}
