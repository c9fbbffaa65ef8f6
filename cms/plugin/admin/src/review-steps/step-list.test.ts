import { describe, expect, test } from 'vitest';
import { daysOf, NEW_STEP, stepListProblems, stepsOf, type WrittenStep } from './step-list.ts';

const step = (name: string, kind: WrittenStep['kind'] = 'check'): WrittenStep => ({
  ...NEW_STEP,
  name,
  kind,
  role: 'r',
});
const CHAIN = [step('科室'), step('保密', 'confidentiality'), step('领导', 'approval')];

describe('stepsOf()', () => {
  test('reads what is stored, as a list or as JSON', () => {
    expect(stepsOf(CHAIN)).toEqual(CHAIN);
    expect(stepsOf(JSON.stringify(CHAIN))).toEqual(CHAIN);
  });

  test.each([null, undefined, 'x', {}, [1, null, { kind: 'other' }]])('finds no step in %j', (value) => {
    expect(stepsOf(value)).toEqual([]);
  });
});

test.each([
  { written: '', days: null },
  { written: '3', days: 3 },
  { written: '0', days: 1 },
  { written: '200', days: 90 },
  { written: 'x', days: null },
])('daysOf("$written") is $days', ({ written, days }) => {
  expect(daysOf(written)).toBe(days);
});

describe('stepListProblems()', () => {
  test('finds none in a chain', () => {
    expect(stepListProblems(CHAIN)).toEqual([]);
  });

  test('finds a step without name or role, and what the chain lacks', () => {
    expect(stepListProblems([...CHAIN, NEW_STEP])).toEqual(['step_incomplete', 'approval_missing']);
    expect(stepListProblems([])).toEqual(['chain_empty']);
  });
});
