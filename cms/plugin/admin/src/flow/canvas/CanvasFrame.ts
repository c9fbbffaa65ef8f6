import { styled } from 'styled-components';

/** Chart and form one above the other, or side by side where there is room. */
export const CanvasFrame = styled.div<{ $isFull: boolean }>`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;

  [data-halves] {
    display: flex;
    flex-direction: column;
    gap: 1.2rem;
  }

  [data-chart] {
    height: ${({ $isFull }) => ($isFull ? 'calc(100vh - 28rem)' : '56rem')};
    min-height: 36rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.neutral0};
    overflow: hidden;
  }

  @container flow-editor (min-width: 860px) {
    [data-halves] {
      flex-direction: row;
    }

    [data-chart] {
      flex: 1;
      min-width: 0;
    }

    [data-panel] {
      width: 34rem;
      max-height: ${({ $isFull }) => ($isFull ? 'calc(100vh - 28rem)' : '56rem')};
      padding-inline-end: 0.8rem;
      overflow-y: auto;
    }
  }

  .react-flow {
    --xy-background-color: ${({ theme }) => theme.colors.neutral0};
    --xy-background-pattern-color: ${({ theme }) => theme.colors.neutral200};
    --xy-edge-stroke: ${({ theme }) => theme.colors.neutral500};
    --xy-edge-stroke-selected: ${({ theme }) => theme.colors.primary600};
    --xy-connectionline-stroke: ${({ theme }) => theme.colors.primary600};
    --xy-selection-background-color: ${({ theme }) => theme.colors.primary100}80;
    --xy-selection-border: 1px dashed ${({ theme }) => theme.colors.primary600};
  }

  .react-flow__attribution {
    background: transparent;
  }

  .react-flow__attribution a {
    color: ${({ theme }) => theme.colors.neutral500};
  }

  .react-flow__edge-path {
    stroke-width: 1.5;
  }

  .react-flow__edge.selected .react-flow__edge-path {
    stroke-width: 2.5;
  }

  .react-flow__edge-path.is-return {
    stroke-dasharray: 6 4;
  }

  .react-flow__arrowhead polyline {
    stroke: ${({ theme }) => theme.colors.neutral500};
    fill: ${({ theme }) => theme.colors.neutral500};
  }

  /* While a node is dragged the browser need not look through all of the chart for what is under the pointer. */
  .react-flow:has(.react-flow__node.dragging)::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 9;
    cursor: grabbing;
  }

  .react-flow:has(.react-flow__node.dragging) .react-flow__handle {
    display: none;
  }

  .react-flow__node:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 3px;
    border-radius: 4px;
  }
`;
