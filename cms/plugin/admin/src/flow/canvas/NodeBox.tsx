import { memo } from 'react';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import {
  LIMIT_UNITS,
  NODE_KINDS,
  type FlowNode,
  type FlowProblemSeverity,
  type NodeKind,
} from 'disclosure-contract/flow';
import { styled } from 'styled-components';
import { useLabel } from '../../message';
import { KindMark } from '../KindMark';
import { ProblemMark } from '../Problems';
import { nodeSize } from './node-size';

export type BoxNode = Node<{ node: FlowNode; number: number; severity: FlowProblemSeverity | null }, 'box'>;

/** One node of the chart. Its kind is told by its outline and its mark, and not by colour alone. */
export const NodeBox = memo(({ data: { node, number, severity }, selected, isConnectable }: NodeProps<BoxNode>) => {
  const labelOf = useLabel();
  const { width, height } = nodeSize(node);
  return (
    <Box $kind={node.kind} $isSelected={selected} style={{ width, height }}>
      <Outline viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <path d={OUTLINES[node.kind](width, height)} />
      </Outline>
      {node.kind === 'start' ? null : <Handle type="target" position={Position.Top} isConnectable={isConnectable} />}
      <Mark>
        <KindMark kind={node.kind} />
      </Mark>
      <Words>
        <Title $isMissing={node.title === ''}>
          {number}. {node.title === '' ? labelOf(NODE_KINDS[node.kind]) : node.title}
        </Title>
        {node.actor === null ? null : (
          <Fact>{[node.actor.section, node.actor.post].filter((part) => part !== '').join(' · ')}</Fact>
        )}
        {node.limit === null ? null : (
          <Fact>
            {node.limit.countsTowardsTotal ? '' : '+ '}
            {node.limit.amount} {labelOf(LIMIT_UNITS[node.limit.unit])}
          </Fact>
        )}
      </Words>
      {severity === null ? null : (
        <Badge>
          <ProblemMark severity={severity} />
        </Badge>
      )}
      {node.kind === 'end' ? null : <Handle type="source" position={Position.Bottom} isConnectable={isConnectable} />}
    </Box>
  );
});
NodeBox.displayName = 'NodeBox';

type Draw = (width: number, height: number) => string;

const pill: Draw = (w, h) => {
  const r = Math.min(22, h / 2) - 1;
  return `M${r + 1},1H${w - r - 1}A${r},${r} 0 0 1 ${w - 1},${r + 1}V${h - r - 1}A${r},${r} 0 0 1 ${w - r - 1},${h - 1}H${r + 1}A${r},${r} 0 0 1 1,${h - r - 1}V${r + 1}A${r},${r} 0 0 1 ${r + 1},1Z`;
};
const box: Draw = (w, h) =>
  `M5,1H${w - 5}Q${w - 1},1 ${w - 1},5V${h - 5}Q${w - 1},${h - 1} ${w - 5},${h - 1}H5Q1,${h - 1} 1,${h - 5}V5Q1,1 5,1Z`;
const hexagon: Draw = (w, h) => `M14,1H${w - 14}L${w - 1},${h / 2}L${w - 14},${h - 1}H14L1,${h / 2}Z`;
const bars: Draw = (w, h) => `M1,1H${w - 1}V${h - 1}H1ZM1,6H${w - 1}M1,${h - 6}H${w - 1}`;
const sheet: Draw = (w, h) =>
  `M1,1H${w - 1}V${h - 5}C${w * 0.75},${h - 14} ${w * 0.65},${h - 8} ${w / 2},${h - 4}S${w * 0.2},${h + 2} 1,${h - 6}Z`;
const waist: Draw = (w, h) => `M5,1H${w - 5}L${w - 12},${h / 2}L${w - 5},${h - 1}H5L12,${h / 2}Z`;

const OUTLINES: Readonly<Record<NodeKind, Draw>> = {
  start: pill,
  end: pill,
  step: box,
  decision: hexagon,
  split: bars,
  join: bars,
  document: sheet,
  wait: waist,
};

const TINTS = {
  start: ['success100', 'success600'],
  end: ['neutral200', 'neutral700'],
  step: ['neutral0', 'neutral500'],
  decision: ['warning100', 'warning600'],
  split: ['secondary100', 'secondary600'],
  join: ['secondary100', 'secondary600'],
  document: ['alternative100', 'alternative600'],
  wait: ['neutral100', 'neutral500'],
} as const;

const Box = styled.div<{ $kind: NodeKind; $isSelected: boolean }>`
  position: relative;
  display: flex;
  align-items: center;
  gap: 8px;
  padding-inline: 14px 10px;
  color: ${({ theme }) => theme.colors.neutral900};

  path {
    stroke-dasharray: ${({ $kind }) => ($kind === 'wait' ? '5 3' : 'none')};
  }

  > svg path {
    fill: ${({ theme, $kind }) => theme.colors[TINTS[$kind][0]]};
    stroke: ${({ theme, $kind, $isSelected }) => ($isSelected ? theme.colors.primary600 : theme.colors[TINTS[$kind][1]])};
    stroke-width: ${({ $isSelected }) => ($isSelected ? 2.5 : 1.5)};
  }

  .react-flow__handle {
    width: 12px;
    height: 12px;
    border: 2px solid ${({ theme }) => theme.colors.neutral0};
    background: ${({ theme }) => theme.colors.primary600};
    opacity: ${({ $isSelected }) => ($isSelected ? 1 : 0)};
    transition: opacity 120ms;
  }

  .react-flow__handle::after {
    content: '';
    position: absolute;
    inset: -10px;
    border-radius: 50%;
  }

  &:hover .react-flow__handle.connectable,
  .react-flow__node:focus-visible & .react-flow__handle.connectable,
  .react-flow__handle.connectingfrom {
    opacity: 1;
  }

  .react-flow__handle:not(.connectable) {
    opacity: 0;
  }

  @media (hover: none) {
    .react-flow__handle.connectable {
      opacity: 1;
    }
  }
`;

const Outline = styled.svg`
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  overflow: visible;
`;

const Mark = styled.span`
  position: relative;
  display: flex;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Words = styled.span`
  position: relative;
  display: flex;
  flex-direction: column;
  min-width: 0;
  flex: 1;
`;

const Title = styled.span<{ $isMissing: boolean }>`
  font-size: 14px;
  font-weight: 500;
  line-height: 20px;
  overflow-wrap: anywhere;
  color: ${({ theme, $isMissing }) => ($isMissing ? theme.colors.neutral600 : theme.colors.neutral900)};
`;

const Fact = styled.span`
  overflow: hidden;
  font-size: 12px;
  line-height: 18px;
  text-overflow: ellipsis;
  white-space: nowrap;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Badge = styled.span`
  position: absolute;
  inset-block-start: -7px;
  inset-inline-end: -7px;
  display: flex;
  border-radius: 50%;
  background: ${({ theme }) => theme.colors.neutral0};
`;
