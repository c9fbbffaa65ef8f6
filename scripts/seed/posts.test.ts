import { expect, test } from 'vitest';
import { DEFAULT_CHAIN } from '../../cms/plugin/server/src/domain/default-chain.ts';
import { ROLES } from '../../cms/plugin/server/src/domain/roles.ts';
import { POSTS } from './posts.ts';

test('the posts are the roles of the plugin', () => {
  const roles = Object.entries(ROLES).map(([post, { code, name }]) => [post, code, name]);
  expect(Object.entries(POSTS).map(([post, { code, role }]) => [post, code, role])).toEqual(roles);
});

test('the steps of the posts are those of the default chain', () => {
  const answering = Object.values(POSTS).filter(({ step }) => step !== null);
  const steps = DEFAULT_CHAIN.steps.map(({ name, role }) => ({ step: name, code: role }));
  expect(answering.map(({ step, code }) => ({ step, code }))).toEqual(steps);
});
