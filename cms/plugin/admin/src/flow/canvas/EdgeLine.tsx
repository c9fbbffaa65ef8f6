import { memo } from 'react';
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type Edge, type EdgeProps } from '@xyflow/react';
import type { FlowProblemSeverity } from 'disclosure-contract/flow';
import { styled } from 'styled-components';
import type { Route } from './layout';
import { pathAlong, type Point } from './route';

export type LineEdge = Edge<
  {
    condition: string;
    isReturn: boolean;
    severity: FlowProblemSeverity | null;
    /** As it was laid out, for ends that still stand where they then stood. */
    route: (Route & { readonly source: Point; readonly target: Point }) | null;
    onChoose: (id: string) => void;
  },
  'line'
>;

/** One edge. It runs as it was laid out; where an end was dragged away, as straight as it can. */
export const EdgeLine = memo((props: EdgeProps<LineEdge>) => {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, selected, markerEnd } = props;
  if (data === undefined) return null;
  const { route, condition, isReturn, severity, onChoose } = data;
  const isLaidOut =
    route !== null &&
    isNear(route.source, { x: sourceX, y: sourceY }) &&
    isNear(route.target, { x: targetX, y: targetY });
  const [freePath, middleX, middleY] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    borderRadius: 8,
  });
  const path = isLaidOut ? pathAlong(route.points) : freePath;
  const label = (isLaidOut ? route.label : null) ?? { x: middleX, y: middleY };
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        markerEnd={markerEnd}
        interactionWidth={20}
        className={isReturn ? 'is-return' : ''}
      />
      {condition === '' && severity === null ? null : (
        <EdgeLabelRenderer>
          <Label
            className="nodrag nopan"
            $isSelected={selected === true}
            $severity={severity}
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
            onClick={() => onChoose(id)}
          >
            {condition === '' ? '?' : condition}
          </Label>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
EdgeLine.displayName = 'EdgeLine';

function isNear(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < 1 && Math.abs(one.y - other.y) < 1;
}

const Label = styled.div<{ $isSelected: boolean; $severity: FlowProblemSeverity | null }>`
  position: absolute;
  max-width: 172px;
  padding: 1px 6px;
  border: 1px solid
    ${({ theme, $isSelected, $severity }) =>
      $isSelected
        ? theme.colors.primary600
        : $severity === 'error'
          ? theme.colors.danger600
          : $severity === 'warning'
            ? theme.colors.warning600
            : 'transparent'};
  border-radius: 3px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 12px;
  line-height: 18px;
  overflow-wrap: anywhere;
  pointer-events: all;
  cursor: pointer;
`;
