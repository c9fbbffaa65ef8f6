import type { KeyboardEvent } from 'react';
import { Badge, Box, Flex, SimpleMenu, MenuItem, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, ChevronDown, ChevronUp, Trash } from '@strapi/icons';
import {
  LIMIT_UNITS,
  NODE_KINDS,
  nodeKindSchema,
  type FlowProblem,
  type NodeKind,
  type OrderedStep,
} from 'disclosure-contract/flow';
import { styled } from 'styled-components';
import { useLabel, useTranslate } from '../../message';
import { useFlowActions, useShownFlow } from '../editing-context';
import { NodeForm } from '../form/NodeForm';
import { TextEntry } from '../form/TextEntry';
import { KindMark } from '../KindMark';
import { PlainButton } from '../PlainButton';
import { ProblemMark } from '../Problems';
import { neighbourInLine, withNodeChanged } from '../state/editing';
import { titleId } from './title-id';

interface OutlineEntryProps {
  step: OrderedStep;
  depth: number;
  problems: readonly FlowProblem[];
  isCurrent: boolean;
  isOpen: boolean;
  onSelect: () => void;
  onOpen: () => void;
  onAdd: (kind: NodeKind) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onGoTo: (number: number) => void;
}

/** One entry of the outline: its title, what follows, and, once it is opened, all that it says. */
export const OutlineEntry = (props: OutlineEntryProps) => {
  const { step, depth, problems, isCurrent, isOpen, onSelect, onOpen } = props;
  const { number, node } = step;
  const translate = useTranslate();
  const labelOf = useLabel();
  const { fieldId, edit, isDisabled } = useFlowActions();
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  return (
    <Entry $depth={depth} $isCurrent={isCurrent} onFocus={onSelect} data-step={node.id}>
      <Flex gap={2} alignItems="center">
        <Number>{number}</Number>
        <Typography textColor="neutral700" style={{ display: 'flex' }} title={labelOf(NODE_KINDS[node.kind])}>
          <KindMark kind={node.kind} />
        </Typography>
        <Box flex="1" minWidth={0}>
          <TextEntry
            id={titleId(fieldId, node.id)}
            label={translate('flow.title-of', { number, kind: labelOf(NODE_KINDS[node.kind]) })}
            isLabelHidden
            placeholder={labelOf(NODE_KINDS[node.kind])}
            value={node.title}
            maxLength={60}
            isDisabled={isDisabled}
            onChange={(title) =>
              edit((flow) => withNodeChanged(flow, node.id, { title }), { group: `${node.id}-title` })
            }
            onKeyDown={props.onKeyDown}
          />
        </Box>
        {worst === undefined ? null : (
          <Flex title={labelOf(worst.message)}>
            <ProblemMark severity={worst.severity} />
          </Flex>
        )}
        <PlainButton
          label={translate(isOpen ? 'flow.close-details' : 'flow.open-details', { number })}
          isExpanded={isOpen}
          onClick={onOpen}
        >
          {isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
        </PlainButton>
      </Flex>
      <Facts step={step} onGoTo={props.onGoTo} />
      {isCurrent && !isDisabled ? <Tools {...props} /> : null}
      {isOpen ? (
        <Box paddingTop={3} paddingBottom={2}>
          <NodeForm node={node} hasTitle={false} />
        </Box>
      ) : null}
    </Entry>
  );
};

/** Who acts, how long it takes, and where it leads. */
const Facts = ({ step: { node, exits }, onGoTo }: Pick<OutlineEntryProps, 'step' | 'onGoTo'>) => {
  const labelOf = useLabel();
  const translate = useTranslate();
  const actor =
    node.actor === null ? null : [node.actor.section, node.actor.post].filter((part) => part !== '').join(' ');
  return (
    <Indented wrap="wrap" gap={2}>
      {actor === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {actor}
        </Typography>
      )}
      {node.limit === null ? null : (
        <Badge size="S">
          {node.limit.amount} {labelOf(LIMIT_UNITS[node.limit.unit])}
          {node.limit.countsTowardsTotal ? '' : translate('flow.not-counted')}
        </Badge>
      )}
      {exits.map((exit) => (
        <GoTo key={exit.edgeId} type="button" onClick={() => onGoTo(exit.to)}>
          {labelOf(exit.sentence)}
        </GoTo>
      ))}
    </Indented>
  );
};

const ADDED_KINDS: readonly NodeKind[] = ['step', 'decision', 'document', 'wait', 'split', 'join', 'end'];

const Tools = ({ step: { node, number }, onAdd, onMove, onRemove }: OutlineEntryProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { flow } = useShownFlow();
  return (
    <Indented wrap="wrap" gap={1} role="toolbar" aria-label={translate('flow.tools-of', { number })}>
      {node.kind === 'end' ? null : (
        <SimpleMenu size="S" variant="tertiary" label={translate('flow.add-after')} popoverPlacement="bottom-start">
          {ADDED_KINDS.map((kind) => (
            <MenuItem
              key={kind}
              startIcon={<KindMark kind={kind} />}
              onSelect={() => onAdd(nodeKindSchema.parse(kind))}
            >
              {labelOf(NODE_KINDS[kind])}
            </MenuItem>
          ))}
        </SimpleMenu>
      )}
      <PlainButton
        label={translate('flow.move-up')}
        isDisabled={neighbourInLine(flow, node.id, -1) === null}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </PlainButton>
      <PlainButton
        label={translate('flow.move-down')}
        isDisabled={neighbourInLine(flow, node.id, 1) === null}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </PlainButton>
      <PlainButton label={translate('flow.delete')} onClick={onRemove}>
        <Trash aria-hidden />
      </PlainButton>
    </Indented>
  );
};

const Entry = styled.li<{ $depth: number; $isCurrent: boolean }>`
  margin-inline-start: ${({ $depth }) => $depth * 2.4}rem;
  padding: 0.6rem 0.8rem;
  border-inline-start: 3px solid ${({ theme, $isCurrent }) => ($isCurrent ? theme.colors.primary600 : 'transparent')};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isCurrent }) => ($isCurrent ? theme.colors.primary100 : theme.colors.neutral0)};

  @container flow-editor (max-width: 48rem) {
    margin-inline-start: ${({ $depth }) => $depth * 0.8}rem;
    padding-inline: 0.4rem;
  }
`;

const Number = styled.span`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  flex-shrink: 0;
  width: 2.6rem;
  height: 2.6rem;
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.2rem;
  font-weight: 600;
`;

const Indented = styled(Flex)`
  padding-inline-start: 3.4rem;
  padding-block-start: 0.4rem;

  &:empty {
    display: none;
  }

  @container flow-editor (max-width: 48rem) {
    padding-inline-start: 0;
  }
`;

const GoTo = styled.button`
  padding: 0.2rem 0.4rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.primary700};
  font-size: 1.2rem;
  line-height: 1.6;
  text-align: start;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
