import { expect, test, vi } from 'vitest';
import { samplePowerRecord } from '../../../tests/support/sample-records.ts';
import { publicSteps, stepsById } from './power-steps.ts';

vi.mock('./interface-text.ts', () => ({ labelOf: ({ zh }: { zh: string }) => zh }));

test('the steps of a guide are the way that goes well, with what runs at once', () => {
  expect(publicSteps(samplePowerRecord(), '/powers/xu-ke/').map(({ name }) => name)).toEqual([
    '提出申请',
    '受理',
    '书面审查',
    '实地核查',
    '是否准予许可',
    '制发预售许可证',
  ]);
});

test('a step is linked to where the page of the power tells it', () => {
  expect(stepsById(samplePowerRecord(), '/powers/xu-ke/').get('papers')).toEqual({
    name: '书面审查',
    href: '/powers/xu-ke/#flow-1-text-papers',
  });
});
