import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Box } from '@strapi/design-system';
import {
  Background,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Connection,
  type NodeChange,
  type EdgeChange,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useLabel, useTranslate } from '../../message';
import { useFlowEditing } from '../editing-context';
import { focusById, openById } from '../focus';
import { useConnecting } from '../form/use-connecting';
import { connectionRefusal, withEdgeChanged } from '../state/editing';
import type { Sought } from '../sought';
import { CanvasFrame } from './CanvasFrame';
import { boxesOf, linesOf, positionsOf } from './chart';
import { chartKey } from './chart-keys';
import { ChartPanel } from './ChartPanel';
import { ChartTools } from './ChartTools';
import { EdgeLine, type LineEdge } from './EdgeLine';
import { KeyHelp } from './KeyHelp';
import { NODE_WIDTH } from './node-size';
import { NodeBox, type BoxNode } from './NodeBox';
import type { Point } from './route';
import { useChartCommands } from './use-chart-commands';
import { useLayout } from './use-layout';
import { nodeTowards } from './walk';

const NODE_TYPES = { box: NodeBox };
const EDGE_TYPES = { line: EdgeLine };
/** What the chart is given anew is set up anew: what never changes stands here. */
const KEYS_FOR_SEVERAL = ['Control', 'Meta'];
const READABLE_ZOOM = 0.7;
/** A node that was just made is drawn a moment later. */
const MOST_ATTEMPTS = 50;

interface CanvasProps {
  sought: Sought | null;
  isFull: boolean;
}

const Canvas = (props: CanvasProps) => (
  <ReactFlowProvider>
    <Chart {...props} />
  </ReactFlowProvider>
);

export default Canvas;

/** 流程图: the flow as a chart, laid out by itself; where a node was dragged to is kept while the form is open. */
const Chart = ({ sought, isFull }: CanvasProps) => {
  const translate = useTranslate();
  const labelOf = useLabel();
  const editing = useFlowEditing();
  const { flow, selection, problems, numbers, isDisabled, fieldId, dispatch, edit } = editing;
  const frame = useRef<HTMLDivElement>(null);
  const { getViewport, setViewport, setCenter } = useReactFlow();
  const layout = useLayout(flow);
  const [dragged, setDragged] = useState<ReadonlyMap<string, Point>>(new Map());
  const [isHelpShown, setHelpShown] = useState(false);
  const connect = useConnecting();

  const positions = useMemo(() => positionsOf({ flow, layout, dragged }), [flow, layout, dragged]);
  const placed = useRef(positions);
  placed.current = positions;

  const choose = useCallback((id: string) => dispatch({ type: 'selected', ids: [id] }), [dispatch]);
  // What did not change stays the same object, and is not drawn anew.
  const formerBoxes = useRef<BoxNode[]>([]);
  const boxes = useMemo(
    () => boxesOf({ flow, selection, problems, numbers }, positions, labelOf, formerBoxes.current),
    [flow, selection, problems, numbers, positions, labelOf],
  );
  formerBoxes.current = boxes;
  const formerLines = useRef<LineEdge[]>([]);
  const lines = useMemo(
    () => linesOf({ flow, layout, selection, problems }, formerLines.current, choose),
    [flow, layout, selection, problems, choose],
  );
  formerLines.current = lines;

  const bringIntoView = useCallback(
    (id: string) => {
      const [place, canvas] = [placed.current.get(id), frame.current?.querySelector('.react-flow')];
      if (place === undefined || !canvas) return;
      const { x, y, zoom } = getViewport();
      const [left, top] = [place.x * zoom + x, place.y * zoom + y];
      const isInside =
        left >= 0 &&
        top >= 0 &&
        left + NODE_WIDTH * zoom <= canvas.clientWidth &&
        top + 80 * zoom <= canvas.clientHeight;
      if (!isInside)
        void setCenter(place.x + NODE_WIDTH / 2, place.y + 40, { zoom: Math.max(zoom, READABLE_ZOOM), duration: 200 });
    },
    [getViewport, setCenter],
  );
  const focusNode = useCallback(
    (id: string) => {
      let attempts = MOST_ATTEMPTS;
      const attempt = () => {
        const node = frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
        if (node) {
          node.focus({ preventScroll: true });
          bringIntoView(id);
        } else if (attempts-- > 0) setTimeout(attempt, 10);
      };
      attempt();
    },
    [bringIntoView],
  );
  const commands = useChartCommands(focusNode);

  const showFromTop = useCallback(() => {
    const canvas = frame.current?.querySelector('.react-flow');
    const places = [...placed.current.values()];
    if (!canvas || places.length === 0) return;
    const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x)) + NODE_WIDTH];
    const fitting = (canvas.clientWidth - 32) / (right - left);
    const zoom = Math.min(1, Math.max(READABLE_ZOOM, fitting));
    const start = placed.current.get(flow.nodes.find(({ kind }) => kind === 'start')?.id ?? '') ?? places[0];
    const middle = fitting < READABLE_ZOOM && start !== undefined ? start.x + NODE_WIDTH / 2 : (left + right) / 2;
    const top = Math.min(...places.map(({ y }) => y));
    void setViewport({ x: canvas.clientWidth / 2 - middle * zoom, y: 16 - top * zoom, zoom });
  }, [flow.nodes, setViewport]);
  // Tools and form are not drawn anew while a node is dragged.
  const turnHelp = useCallback(() => setHelpShown((shown) => !shown), []);
  const layOutAnew = useCallback(() => {
    setDragged(new Map());
    showFromTop();
  }, [showFromTop]);
  const isShown = useRef<boolean | null>(null);
  useEffect(() => {
    if (layout === null || isShown.current === isFull) return;
    isShown.current = isFull;
    // The chart has its new size once the frame has.
    setTimeout(showFromTop, 0);
  }, [layout, isFull, showFromTop]);

  const soughtId = sought?.nodeId ?? flow.edges.find(({ id }) => id === sought?.edgeId)?.from ?? null;
  useEffect(() => {
    if (soughtId !== null) focusNode(soughtId);
  }, [sought, soughtId, focusNode]);

  const onNodesChange = useCallback(
    (changes: NodeChange<BoxNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position ? [[change.id, change.position] as const] : [],
      );
      if (moved.length > 0) setDragged((before) => new Map([...before, ...moved]));
      takeSelection(changes);
    },
    // The function below only reads what is current.
    [],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<LineEdge>[]) => takeSelection(changes), []);
  const selected = useRef(selection);
  selected.current = selection;
  function takeSelection(changes: readonly (NodeChange<BoxNode> | EdgeChange<LineEdge>)[]) {
    const ids = new Set(selected.current);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) ids.add(change.id);
      else ids.delete(change.id);
    }
    selected.current = [...ids];
    dispatch({ type: 'selected', ids: selected.current });
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    if (event.key === 'Escape' && id === undefined && selection[0] !== undefined && target.closest('[data-panel]')) {
      event.preventDefault();
      return focusNode(selection[0]);
    }
    const command = id === undefined && !target.closest('.react-flow') ? null : chartKey(event, isDisabled);
    if (command === null) return;
    event.preventDefault();
    if (command.type === 'walk') {
      const next = id === undefined ? flow.nodes[0]?.id : nodeTowards(flow, id, command.direction, positions, numbers);
      if (next) focusNode(next);
    } else if (command.type === 'add') commands.add(command.kind);
    else if (command.type === 'edit') focusById(`${fieldId}-node-${id}-title`);
    else if (command.type === 'connect') openById(`${fieldId}-exits-${id}-add`);
    else if (command.type === 'leave') frame.current?.querySelector<HTMLElement>('button')?.focus();
    else commands[command.type]();
  };
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    if (id === undefined || !target.matches(':focus-visible')) return;
    choose(id);
    bringIntoView(id);
  };
  const isPossible = useCallback(
    ({ source, target }: Connection | LineEdge) => connectionRefusal(flow, source, target) === null,
    [flow],
  );

  const onConnect = useCallback(({ source, target }: Connection) => connect(source, { id: target }), [connect]);
  const onReconnect = useCallback(
    ({ id }: LineEdge, { source, target }: Connection) =>
      edit((shown) => withEdgeChanged(shown, id, { from: source, to: target })),
    [edit],
  );

  return (
    <CanvasFrame ref={frame} $isFull={isFull} onKeyDown={onKeyDown} onFocus={onFocus}>
      <ChartTools commands={commands} isHelpShown={isHelpShown} onHelp={turnHelp} onLayOut={layOutAnew} />
      {isHelpShown ? <KeyHelp /> : null}
      <div data-halves>
        <div data-chart>
          <ReactFlow
            nodes={boxes}
            edges={lines}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onConnect={onConnect}
            onReconnect={onReconnect}
            isValidConnection={isPossible}
            nodesDraggable={!isDisabled}
            nodesConnectable={!isDisabled}
            edgesReconnectable={!isDisabled}
            edgesFocusable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectNodesOnDrag={false}
            multiSelectionKeyCode={KEYS_FOR_SEVERAL}
            connectionRadius={28}
            minZoom={0.1}
            maxZoom={2}
            zoomOnScroll={isFull}
            preventScrolling={isFull}
            zoomOnDoubleClick={false}
            aria-label={translate('flow.chart')}
          >
            <Background gap={24} />
          </ReactFlow>
        </div>
        <Box data-panel>
          <ChartPanel focusNode={focusNode} />
        </Box>
      </div>
    </CanvasFrame>
  );
};
