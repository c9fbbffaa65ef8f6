import { Flex, Typography } from '@strapi/design-system';
import type { FlowNode } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { exitsOf } from '../state/editing';
import { EdgeForm } from './EdgeForm';
import { Row, RowList } from './Row';
import { TargetChoice } from './TargetChoice';
import { useConnecting } from './use-connecting';

/** 去向: where a node leads, and under what condition. */
export const ExitList = ({ node }: { node: FlowNode }) => {
  const translate = useTranslate();
  const { flow, fieldId, isDisabled } = useFlowEditing();
  const connect = useConnecting();
  const exits = exitsOf(flow, node.id);
  const id = `${fieldId}-exits-${node.id}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="group" aria-labelledby={`${id}-label`}>
      <Typography id={`${id}-label`} variant="pi" fontWeight="bold" textColor="neutral800">
        {translate('flow.exits')}
      </Typography>
      <RowList>
        {exits.map((edge) => (
          <Row key={edge.id}>
            <EdgeForm edge={edge} />
          </Row>
        ))}
      </RowList>
      {isDisabled ? null : (
        <TargetChoice
          id={`${id}-add`}
          label={translate('flow.exit.add')}
          isLabelHidden
          from={node.id}
          value={null}
          onChoose={(target) => connect(node.id, target)}
        />
      )}
    </Flex>
  );
};
