import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import { Flex, Loader, VisuallyHidden } from '@strapi/design-system';
import { MOST_FLOWS, type NamedFlow } from 'disclosure-contract';
import { checkFlow, orderedText, type Flow, type FlowPower, type FlowProblem } from 'disclosure-contract/flow';
import { useTranslate } from '../message';
import { FlowActionsProvider, ShownFlowProvider, type FlowActions, type ShownFlow } from './editing-context';
import { EditorShell } from './EditorShell';
import { EditorTools, type View } from './EditorTools';
import { EmptyFlows } from './EmptyFlows';
import { focusById } from './focus';
import type { Sought } from './sought';
import { LimitTotal, totalUnit } from './LimitTotal';
import { Outline } from './outline/Outline';
import { titleId } from './outline/title-id';
import { ProblemList } from './ProblemList';
import { emptyFlow } from './state/editing';
import { shownFlow } from './state/flows-state';
import { newId } from './state/new-id';
import { useFlows } from './use-flows';
import { VariantForm, VariantTabs } from './VariantTabs';

const Canvas = lazy(() => import('./canvas/Canvas'));

interface FlowEditorProps {
  id: string;
  label: string;
  flows: readonly NamedFlow[];
  power: FlowPower;
  isDisabled: boolean;
  onChange: (flows: NamedFlow[]) => void;
}

/** Below this width nobody draws. */
const WIDE_ENOUGH_TO_DRAW = '(min-width: 768px)';

/** Flows as charts and as outlines, of the same history. */
export const FlowEditor = ({ id, label, flows, power, isDisabled, onChange }: FlowEditorProps) => {
  const translate = useTranslate();
  const { state, dispatch, edit, make } = useFlows(flows, onChange);
  const [view, setView] = useState<View>(() => (matchMedia(WIDE_ENOUGH_TO_DRAW).matches ? 'chart' : 'outline'));
  const [isFull, setFull] = useState(false);
  const [status, setStatus] = useState('');
  const [sought, setSought] = useState<Sought | null>(null);
  const variant = shownFlow(state);
  const announce = useCallback((text: string) => setStatus(text), []);

  const actions = useMemo<FlowActions>(
    () => ({ dispatch, edit, make, fieldId: id, isDisabled, announce }),
    [dispatch, edit, make, id, isDisabled, announce],
  );
  const shown = useShown(variant?.flow ?? null, state.selection, power);

  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (event.key === 'Escape' && isFull && !event.defaultPrevented) setFull(false);
    if (isDisabled || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const travel = key === 'y' || (key === 'z' && event.shiftKey) ? 'redone' : key === 'z' ? 'undone' : null;
    if (travel === null) return;
    event.preventDefault();
    dispatch({ type: travel });
    announce(translate(travel === 'undone' ? 'flow.undone' : 'flow.redone'));
  };
  const goTo = (problem: FlowProblem) => {
    const edge = variant?.flow.edges.find((each) => each.id === problem.edgeId);
    const nodeId = problem.nodeId ?? edge?.from;
    if (nodeId === undefined || nodeId === null) return;
    dispatch({ type: 'selected', ids: [view === 'chart' && edge !== undefined ? edge.id : nodeId] });
    setSought({ ...problem });
    if (view === 'outline') focusById(titleId(id, nodeId));
  };
  const addVariant = () => {
    const name = translate(state.history.present.length === 0 ? 'flow.variant.first' : 'flow.variant.new');
    const flow = emptyFlow(newId);
    const nodeId = flow.nodes[0]?.id ?? '';
    dispatch({ type: 'added', flows: [{ name, flow }] });
    setSought({ nodeId, edgeId: null });
    if (view === 'outline') focusById(titleId(id, nodeId));
  };
  const show = (next: View) => {
    // What was sought in the one view takes no focus in the other.
    setSought(null);
    setView(next);
  };

  return (
    <FlowActionsProvider value={actions}>
      <EditorShell label={label} isFull={isFull} onKeyDown={onKeyDown}>
        {variant === null || shown === null ? (
          <EmptyFlows kind={power.kind} onAddEmpty={addVariant} />
        ) : (
          <ShownFlowProvider value={shown}>
            <Flex justifyContent="space-between" wrap="wrap" gap={2}>
              <VariantTabs
                fieldId={id}
                flows={state.history.present}
                shown={state.shown}
                isDisabled={isDisabled}
                onShow={(index) => {
                  setSought(null);
                  dispatch({ type: 'shown', index });
                }}
                onAdd={addVariant}
              />
              <EditorTools
                view={view}
                isFull={isFull}
                history={state.history}
                kind={power.kind}
                variant={variant}
                isRoom={state.history.present.length < MOST_FLOWS}
                onView={show}
                onFull={() => setFull(!isFull)}
              />
            </Flex>
            <Flex
              id={`${id}-panel`}
              role="tabpanel"
              tabIndex={-1}
              aria-labelledby={`${id}-tab-${state.shown}`}
              direction="column"
              alignItems="stretch"
              gap={3}
            >
              <VariantForm
                key={state.shown}
                variant={variant}
                kind={power.kind}
                isDisabled={isDisabled}
                onRename={(name) => dispatch({ type: 'renamed', name })}
                onScope={(scope) => edit((flow) => ({ ...flow, scope }))}
                onExempt={(exemptions, group) =>
                  edit((flow) => ({ ...flow, exemptions }), group === undefined ? {} : { group })
                }
                onRemove={() => {
                  dispatch({ type: 'removed' });
                  announce(translate('flow.variant.removed'));
                }}
              />
              <LimitTotal flow={shown.flow} limits={power} problems={shown.problems} />
              {view === 'outline' ? (
                <Outline key={state.shown} sought={sought} />
              ) : (
                <Suspense fallback={<Loader>{translate('loading')}</Loader>}>
                  <Canvas key={state.shown} sought={sought} isFull={isFull} />
                </Suspense>
              )}
              <ProblemList problems={shown.problems} onGoTo={goTo} />
            </Flex>
          </ShownFlowProvider>
        )}
        <VisuallyHidden role="status">{status}</VisuallyHidden>
      </EditorShell>
    </FlowActionsProvider>
  );
};

const NOTHING: Flow = { version: 1, scope: 'external', nodes: [], edges: [], exemptions: [] };

/** What the parts that show need to know of a flow. Checks follow the typing, and do not hold it up. */
function useShown(flow: Flow | null, selection: readonly string[], power: FlowPower): ShownFlow | null {
  const checked = useDeferredValue(flow);
  const problems = useMemo(() => (checked === null ? [] : checkFlow(checked, power)), [checked, power]);
  const numbers = useMemo(
    () => new Map(orderedText(flow ?? NOTHING).map(({ number, node }) => [node.id, number])),
    [flow],
  );
  const defaultUnit = totalUnit(flow ?? NOTHING, power);
  return useMemo(
    () => (flow === null ? null : { flow, selection, problems, numbers, defaultUnit }),
    [flow, selection, problems, numbers, defaultUnit],
  );
}
