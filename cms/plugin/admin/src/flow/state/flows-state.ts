import { MOST_FLOWS, type NamedFlow } from 'disclosure-contract';
import type { Flow } from 'disclosure-contract/flow';
import { edited, historyOf, redone, undone, withClosedGroup, type History } from './history.ts';

/** The flows of a power while they are edited: one for each variant of the procedure. */
export interface FlowsState {
  readonly history: History<readonly NamedFlow[]>;
  /** The variant that is shown. */
  readonly shown: number;
  /** Nodes or edges that are chosen in it. */
  readonly selection: readonly string[];
}

export type FlowsAction =
  | { readonly type: 'replaced'; readonly flows: readonly NamedFlow[] }
  | { readonly type: 'edited'; readonly flow: Flow; readonly select?: readonly string[]; readonly group?: string }
  | { readonly type: 'added'; readonly flows: readonly NamedFlow[] }
  | { readonly type: 'renamed'; readonly name: string }
  | { readonly type: 'removed' }
  | { readonly type: 'shown'; readonly index: number }
  | { readonly type: 'selected'; readonly ids: readonly string[] }
  | { readonly type: 'left' }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' };

export function flowsStateOf(flows: readonly NamedFlow[]): FlowsState {
  return { history: historyOf(flows), shown: 0, selection: [] };
}

export function shownFlow({ history, shown }: FlowsState): NamedFlow | null {
  return history.present[shown] ?? null;
}

export function flowsReducer(state: FlowsState, action: FlowsAction): FlowsState {
  const { history, shown, selection } = state;
  const flows = history.present;
  switch (action.type) {
    case 'replaced':
      return consistent({ ...state, history: historyOf(action.flows) });
    case 'edited': {
      const next = withShown(flows, shown, { flow: action.flow });
      const select = action.select ?? selection;
      return consistent({ ...state, history: edited(history, next, action.group ?? null), selection: select });
    }
    case 'added': {
      // Of the variants of a template as many as there is room for.
      const added = action.flows.slice(0, MOST_FLOWS - flows.length);
      if (added.length === 0) return state;
      return { history: edited(history, [...flows, ...added]), shown: flows.length, selection: [] };
    }
    case 'renamed': {
      if (action.name.trim() === '') return state;
      const next = withShown(flows, shown, { name: action.name.trim() });
      return { ...state, history: edited(history, next, `name-${shown}`) };
    }
    case 'removed':
      return consistent({ ...state, history: edited(history, flows.toSpliced(shown, 1)), selection: [] });
    case 'shown':
      return consistent({ history: withClosedGroup(history), shown: action.index, selection: [] });
    case 'selected':
      return isSame(selection, action.ids) ? state : { ...state, selection: action.ids };
    case 'left':
      return { ...state, history: withClosedGroup(history) };
    case 'undone':
      return afterTravel(state, undone(history));
    case 'redone':
      return afterTravel(state, redone(history));
  }
}

/** Shows the variant in which something was undone or redone: nothing changes out of sight. */
function afterTravel(state: FlowsState, history: FlowsState['history']): FlowsState {
  const [before, after] = [state.history.present, history.present];
  const longest = Math.max(before.length, after.length);
  const changed = Array.from({ length: longest }, (_, at) => at).find((at) => before[at] !== after[at]);
  return consistent({ ...state, history, shown: changed ?? state.shown });
}

/** What is shown and chosen is there. */
function consistent(state: FlowsState): FlowsState {
  const shown = Math.max(0, Math.min(state.shown, state.history.present.length - 1));
  const flow = state.history.present[shown]?.flow;
  const ids = new Set([...(flow?.nodes ?? []), ...(flow?.edges ?? [])].map(({ id }) => id));
  const selection = state.selection.filter((id) => ids.has(id));
  return { ...state, shown, selection: isSame(selection, state.selection) ? state.selection : selection };
}

function withShown(flows: readonly NamedFlow[], shown: number, changes: Partial<NamedFlow>): readonly NamedFlow[] {
  const current = flows[shown];
  if (
    current === undefined ||
    ((changes.flow ?? current.flow) === current.flow && (changes.name ?? current.name) === current.name)
  )
    return flows;
  return flows.map((each, at) => (at === shown ? { ...each, ...changes } : each));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
