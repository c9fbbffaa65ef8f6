import { memo } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { EdgeForm } from '../form/EdgeForm';
import { useNodeLabel } from '../form/node-label';
import { NodeForm } from '../form/NodeForm';
import { PlainButton } from '../PlainButton';
import { withNodeOnEdge } from '../state/editing';
import { newId } from '../state/new-id';

/** Beside the chart: the form of the one node or edge that is chosen. */
export const ChartPanel = memo(({ focusNode }: { focusNode: (id: string) => void }) => {
  const translate = useTranslate();
  const nodeLabel = useNodeLabel();
  const { flow, selection, make, isDisabled } = useFlowEditing();
  const [chosen, ...others] = selection;
  const node = flow.nodes.find(({ id }) => id === chosen);
  const edge = flow.edges.find(({ id }) => id === chosen);
  if (others.length > 0) return <Hint text={translate('flow.chosen', { count: selection.length })} />;
  if (node !== undefined)
    return (
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Heading text={nodeLabel(node.id)} />
        <NodeForm key={node.id} node={node} hasTitle />
      </Flex>
    );
  if (edge === undefined) return <Hint text={translate('flow.choose')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Heading text={`${nodeLabel(edge.from)} → ${nodeLabel(edge.to)}`} />
      <EdgeForm edge={edge} />
      {isDisabled ? null : (
        <Box>
          <PlainButton
            isNamed
            label={translate('flow.insert')}
            onClick={() => {
              const made = make((shown) => withNodeOnEdge(shown, edge.id, 'step', newId));
              if (made !== null) focusNode(made);
            }}
          >
            <Plus aria-hidden />
          </PlainButton>
        </Box>
      )}
    </Flex>
  );
});
ChartPanel.displayName = 'ChartPanel';

const Heading = ({ text }: { text: string }) => (
  <Typography tag="h2" variant="delta" style={{ overflowWrap: 'anywhere' }}>
    {text}
  </Typography>
);

const Hint = ({ text }: { text: string }) => (
  <Typography variant="pi" textColor="neutral600">
    {text}
  </Typography>
);
