import { Checkbox, Flex, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { FlowEdge } from 'disclosure-contract/flow';
import { useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { focusById } from '../focus';
import { Problems } from '../Problems';
import { nodeWith, withEdgeChanged, without } from '../state/editing';
import { Columns } from './Columns';
import { TargetChoice } from './TargetChoice';
import { TextEntry } from './TextEntry';

/** One edge: where it leads, when it is taken, whether it leads back. */
export const EdgeForm = ({ edge }: { edge: FlowEdge }) => {
  const translate = useTranslate();
  const { flow, fieldId, edit, isDisabled, problems } = useFlowEditing();
  const id = `${fieldId}-edge-${edge.id}`;
  const isChoice = nodeWith(flow, edge.from)?.kind === 'decision';
  const own = problems.filter(({ edgeId }) => edgeId === edge.id);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} data-edge={edge.id}>
      <Columns>
        {isChoice || edge.condition !== '' ? (
          <TextEntry
            id={`${id}-condition`}
            label={translate('flow.condition')}
            placeholder={translate('flow.condition.placeholder')}
            value={edge.condition}
            maxLength={100}
            isDisabled={isDisabled}
            onChange={(condition) =>
              edit((current) => withEdgeChanged(current, edge.id, { condition }), { group: `${edge.id}-condition` })
            }
          />
        ) : null}
        <TargetChoice
          id={`${id}-target`}
          label={translate('flow.leads-to')}
          from={edge.from}
          value={edge.to}
          isDisabled={isDisabled}
          onChoose={(target) => {
            if ('id' in target) edit((current) => withEdgeChanged(current, edge.id, { to: target.id }));
          }}
        />
      </Columns>
      <Flex justifyContent="space-between" gap={2}>
        <Checkbox
          checked={edge.isReturn}
          disabled={isDisabled}
          onCheckedChange={(checked) =>
            edit((current) => withEdgeChanged(current, edge.id, { isReturn: checked === true }))
          }
        >
          {translate('flow.return')}
        </Checkbox>
        {isDisabled ? null : (
          <IconButton
            size="S"
            variant="ghost"
            label={translate('flow.exit.remove')}
            onClick={() => {
              edit((current) => without(current, new Set([edge.id])));
              focusById(`${fieldId}-exits-${edge.from}-add`);
            }}
          >
            <Trash />
          </IconButton>
        )}
      </Flex>
      <Problems problems={own} />
    </Flex>
  );
};
