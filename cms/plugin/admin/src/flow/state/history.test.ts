import { expect, test } from 'vitest';
import { edited, historyOf, redone, undone, withClosedGroup } from './history.ts';

test('edits are undone and redone in their order', () => {
  const history = edited(edited(historyOf('a'), 'b'), 'c');
  expect(undone(undone(history)).present).toBe('a');
  expect(redone(undone(undone(history))).present).toBe('b');
  expect(redone(redone(undone(undone(history))))).toEqual(history);
});

test('edits of one group are undone together', () => {
  const history = edited(edited(edited(historyOf(''), '审', 'title'), '审查', 'title'), '审查！', 'note');
  expect(undone(history).present).toBe('审查');
  expect(undone(undone(history)).present).toBe('');
});

test('a group that was closed is not gone on with', () => {
  const history = edited(withClosedGroup(edited(historyOf(''), '审', 'title')), '审查', 'title');
  expect(undone(history).present).toBe('审');
});

test('what was undone is not redone after another edit', () => {
  const history = edited(undone(edited(historyOf('a'), 'b')), 'c');
  expect(redone(history)).toBe(history);
  expect(undone(history).present).toBe('a');
});

test('an edit that changes nothing is none', () => {
  const history = historyOf('a');
  expect(edited(history, 'a')).toBe(history);
  expect(undone(history)).toBe(history);
});

test('no more than 200 steps are kept', () => {
  let history = historyOf(0);
  for (let count = 1; count <= 300; count += 1) history = edited(history, count);
  expect(history.past).toHaveLength(200);
  expect(history.past[0]).toBe(100);
});
