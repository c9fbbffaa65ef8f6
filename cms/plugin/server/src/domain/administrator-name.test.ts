import { expect, test } from 'vitest';
import { administratorName } from './administrator-name.ts';

const nobody = { id: 4, firstname: null, lastname: null, username: null };

test.each([
  [{ lastname: '王', firstname: '芳' }, '王芳'],
  [{ firstname: '芳', username: 'wang' }, '芳'],
  [{ username: 'wang' }, 'wang'],
  [{ username: 'wang@example.test' }, '#4'],
  [{ firstname: 'wang@example.test', username: 'wang' }, 'wang'],
  [{ firstname: '', lastname: '', username: '' }, '#4'],
])('administratorName(%o) is %s', (named, name) => {
  expect(administratorName({ ...nobody, ...named })).toBe(name);
});
