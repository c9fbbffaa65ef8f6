import { expect, test } from 'vitest';
import { chartKey } from './chart-keys.ts';

const pressed = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

test('keys walk, add, connect, edit and delete', () => {
  expect(chartKey(pressed('ArrowDown'), false)).toEqual({ type: 'walk', direction: 'down' });
  expect(chartKey(pressed('A'), false)).toEqual({ type: 'add', kind: 'step' });
  expect(chartKey(pressed('c'), false)).toEqual({ type: 'connect' });
  expect(chartKey(pressed('c', true), false)).toEqual({ type: 'copy' });
  expect(chartKey(pressed('Enter'), false)).toEqual({ type: 'edit' });
  expect(chartKey(pressed('Delete'), false)).toEqual({ type: 'remove' });
  expect(chartKey(pressed('x'), false)).toBeNull();
});

test('whoever may not edit walks and copies, and changes nothing', () => {
  const possible = ['ArrowUp', 'Enter', 'a', 'd', 'e', 'c', 'Delete'].map((key) => chartKey(pressed(key), true)?.type);
  expect(possible).toEqual(['walk', 'edit', undefined, undefined, undefined, undefined, undefined]);
  expect(chartKey(pressed('v', true), true)).toBeNull();
});
