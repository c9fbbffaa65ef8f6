import { expect, test } from 'vitest';
import { nodeSize } from './node-size.ts';

const heightOf = (title: string) => nodeSize({ title, actor: null, limit: null }).height;

test('a title stands beside its number, and needs the lines that both need', () => {
  expect(heightOf('受理申请')).toBe(44);
  // Eleven characters fill a line alone, and do not with "21. " before them.
  expect(heightOf('对申请材料逐项进行核对')).toBe(60);
  expect(heightOf('对申请材料逐项进行核对并且当场告知要补正的')).toBe(80);
});

test('each fact takes a line of its own', () => {
  const actor = { section: '审批科', post: '审查岗' };
  const limit = { amount: 5, unit: 'working_days', countsTowardsTotal: true } as const;
  expect(nodeSize({ title: '审查', actor, limit }).height).toBe(76);
});
