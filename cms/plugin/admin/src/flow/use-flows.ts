import { useCallback, useMemo, useRef, useState } from 'react';
import type { NamedFlow } from 'disclosure-contract';
import type { Flow } from 'disclosure-contract/flow';
import type { Made } from './state/editing';
import { flowsReducer, flowsStateOf, type FlowsAction, type FlowsState } from './state/flows-state';

interface EditOptions {
  /** What is chosen afterwards; as it was where it is absent. */
  readonly select?: readonly string[];
  /** Edits of one group are undone together. */
  readonly group?: string;
}

export interface Flows {
  readonly state: FlowsState;
  readonly dispatch: (action: FlowsAction) => void;
  /** Edits the flow that is shown. */
  readonly edit: (change: (flow: Flow) => Flow, options?: EditOptions) => void;
  /** Makes a node or an edge in it and chooses it. Null where it could not be made. */
  readonly make: (change: (flow: Flow) => Made) => string | null;
}

/**
 * The flows of a form under edit, with their history. What the form is given from elsewhere, as when a change is discarded,
 * begins a new history.
 */
export function useFlows(flows: readonly NamedFlow[], onChange: (flows: NamedFlow[]) => void): Flows {
  const [state, setState] = useState(() => flowsStateOf(flows));
  const current = useRef(state);
  const given = useMemo(() => JSON.stringify(flows), [flows]);
  const seen = useRef(given);
  /** What went out and has not come back: a form hands changes back in a later render, and not each of them. */
  const sent = useRef<readonly string[]>([]);
  const emit = useRef(onChange);
  emit.current = onChange;

  const dispatch = useCallback((action: FlowsAction) => {
    const before = current.current;
    const next = flowsReducer(before, action);
    if (next === before) return;
    current.current = next;
    setState(next);
    if (next.history.present === before.history.present || action.type === 'replaced') return;
    sent.current = [...sent.current, JSON.stringify(next.history.present)];
    emit.current([...next.history.present]);
  }, []);

  if (given !== seen.current) {
    seen.current = given;
    const at = sent.current.indexOf(given);
    sent.current = sent.current.slice(at + 1);
    if (at === -1) {
      sent.current = [];
      current.current = flowsReducer(current.current, { type: 'replaced', flows });
      setState(current.current);
    }
  }

  const edit = useCallback<Flows['edit']>(
    (change, options = {}) => {
      const flow = shownIn(current.current);
      if (flow !== null) dispatch({ type: 'edited', flow: change(flow), ...options });
    },
    [dispatch],
  );

  const make = useCallback<Flows['make']>(
    (change) => {
      const flow = shownIn(current.current);
      if (flow === null) return null;
      const made = change(flow);
      if (made.id !== null) dispatch({ type: 'edited', flow: made.flow, select: [made.id] });
      return made.id;
    },
    [dispatch],
  );

  return { state, dispatch, edit, make };
}

function shownIn({ history, shown }: FlowsState): Flow | null {
  return history.present[shown]?.flow ?? null;
}
