import { MOST_FLOWS, type NamedFlow } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { sampleFlow } from '../../../../../../tests/support/sample-flow.ts';
import { without } from './editing.ts';
import { flowsReducer, flowsStateOf, shownFlow, type FlowsAction } from './flows-state.ts';

const flow = () => sampleFlow({ s: 'start', a: 'step', z: 'end' }, ['s>a', 'a>z']);
const flows = (): NamedFlow[] => [
  { name: '普通程序', flow: flow() },
  { name: '简易程序', flow: flow() },
];
const after = (...actions: FlowsAction[]) => actions.reduce(flowsReducer, flowsStateOf(flows()));

test('what is deleted is no longer chosen, and comes back when that is undone', () => {
  const state = after({ type: 'selected', ids: ['a'] }, { type: 'edited', flow: without(flow(), new Set(['a'])) });
  expect(state.selection).toEqual([]);
  expect(shownFlow(flowsReducer(state, { type: 'undone' }))?.flow).toEqual(flow());
});

test('undoing shows the variant in which it changes something', () => {
  const state = after({ type: 'edited', flow: without(flow(), new Set(['a'])) }, { type: 'shown', index: 1 });
  expect(shownFlow(state)?.name).toBe('简易程序');
  expect(shownFlow(flowsReducer(state, { type: 'undone' }))?.name).toBe('普通程序');
});

test('a variant that was removed comes back by undoing', () => {
  const removed = after({ type: 'shown', index: 1 }, { type: 'removed' });
  expect(removed.history.present.map(({ name }) => name)).toEqual(['普通程序']);
  expect(removed.shown).toBe(0);
  const back = flowsReducer(removed, { type: 'undone' });
  expect(back.history.present).toEqual(flows());
  expect(back.shown).toBe(1);
});

test('the letters of a new name are undone together, and a variant keeps a name', () => {
  const state = after(
    { type: 'renamed', name: '一' },
    { type: 'renamed', name: '一般程序 ' },
    { type: 'renamed', name: ' ' },
  );
  expect(shownFlow(state)?.name).toBe('一般程序');
  expect(flowsReducer(state, { type: 'undone' }).history.present).toEqual(flows());
});

test('what comes from outside begins a new history', () => {
  const state = after({ type: 'removed' }, { type: 'replaced', flows: [] });
  expect(shownFlow(state)).toBeNull();
  expect(flowsReducer(state, { type: 'undone' })).toEqual(state);
});

test('an edit that changes nothing cannot be undone', () => {
  const state = after({ type: 'edited', flow: flow() });
  const same = flowsReducer(state, { type: 'edited', flow: shownFlow(state)?.flow ?? flow() });
  expect(same.history).toBe(state.history);
});

test('no more variants are added than are stored, and none that was there is lost', () => {
  const many = Array.from({ length: MOST_FLOWS }, (_, at) => ({ name: `程序${at}`, flow: flow() }));
  const full = after({ type: 'added', flows: many });
  expect(full.history.present.map(({ name }) => name).slice(0, 3)).toEqual(['普通程序', '简易程序', '程序0']);
  expect(full.history.present).toHaveLength(MOST_FLOWS);
  expect(flowsReducer(full, { type: 'added', flows: flows() })).toBe(full);
});

test('an exempt step that was added goes by undoing', () => {
  const exemptions = [{ role: 'notice' as const, basis: '行政强制法第三十条' }];
  const state = after({ type: 'edited', flow: { ...flow(), exemptions } });
  expect(shownFlow(state)?.flow.exemptions).toEqual(exemptions);
  expect(shownFlow(flowsReducer(state, { type: 'undone' }))?.flow.exemptions).toEqual([]);
});
