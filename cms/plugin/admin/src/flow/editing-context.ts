import { createContext, useContext } from 'react';
import type { Flow, FlowProblem, LimitUnit } from 'disclosure-contract/flow';
import type { Flows } from './use-flows';

/** How parts of the editor change its flow: the same through all edits, so that what only writes is not drawn anew. */
export interface FlowActions extends Pick<Flows, 'dispatch' | 'edit' | 'make'> {
  /** Id of the field: ids of inputs begin with it. */
  readonly fieldId: string;
  readonly isDisabled: boolean;
  /** Tells those who hear the page. */
  readonly announce: (text: string) => void;
}

/** The flow that is shown, and what is wrong with it. */
export interface ShownFlow {
  readonly flow: Flow;
  readonly selection: readonly string[];
  readonly problems: readonly FlowProblem[];
  /** Number of each node in the ordered text. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Unit of the power's limits, in which those of steps are given unless somebody chooses another. */
  readonly defaultUnit: LimitUnit;
}

const Actions = createContext<FlowActions | null>(null);
const Shown = createContext<ShownFlow | null>(null);

export const FlowActionsProvider = Actions.Provider;
export const ShownFlowProvider = Shown.Provider;

export function useFlowActions(): FlowActions {
  return given(useContext(Actions));
}

export function useShownFlow(): ShownFlow {
  return given(useContext(Shown));
}

export function useFlowEditing(): FlowActions & ShownFlow {
  return { ...useFlowActions(), ...useShownFlow() };
}

function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('Outside of a flow editor');
  return value;
}
