import { expect, test } from 'vitest';
import { flowPowerOf } from './flow-power.ts';

test('a finished form gives kind and limits', () => {
  expect(
    flowPowerOf({
      kind: 'license',
      promisedLimitAmount: 10,
      promisedLimitUnit: 'working_days',
      statutoryLimitAmount: '20',
      statutoryLimitUnit: 'working_days',
    }),
  ).toEqual({
    kind: 'license',
    promised: { amount: 10, unit: 'working_days' },
    statutory: { amount: 20, unit: 'working_days' },
  });
});

test('what is missing or half typed is none', () => {
  expect(flowPowerOf({ kind: null, promisedLimitAmount: '', promisedLimitUnit: 'working_days' })).toEqual({
    kind: null,
    promised: null,
    statutory: null,
  });
  expect(flowPowerOf({ statutoryLimitAmount: 5, statutoryLimitUnit: null }).statutory).toBeNull();
});
