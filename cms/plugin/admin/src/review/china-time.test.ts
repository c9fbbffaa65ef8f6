import { expect, test } from 'vitest';
import { clockInChina, instantInChina, planProblem } from './china-time.ts';

test('instantInChina() reads a time on the clock of China, and clockInChina() writes it', () => {
  expect(instantInChina({ day: '2026-11-20', time: '07:30' })).toBe('2026-11-19T23:30:00.000Z');
  expect(clockInChina('2026-11-19T23:30:00.000Z')).toEqual({ day: '2026-11-20', time: '07:30' });
});

test.each([
  ['', ''],
  ['2026-11-20', ''],
  ['', '07:30'],
  ['2026-11', 'tomorrow'],
])('instantInChina() takes "%s" and "%s" for no time', (day, time) => {
  expect(instantInChina({ day, time })).toBeNull();
});

test.each([
  ['', '', null],
  ['2026-11-21', '', 'missing'],
  ['', '07:30', 'missing'],
  ['2026年冬至', '07:30', 'unreadable'],
  ['2026-02-30', '07:30', 'unreadable'],
  ['2026-11-19', '', 'day-past'],
  ['2026-11-19', '23:59', 'day-past'],
  ['2026-11-20', '07:30', 'time-past'],
  ['2026-11-20', '07:31', null],
  ['2026-12-05', '00:00', null],
] as const)('planProblem() of "%s" and "%s" is %s', (day, time, problem) => {
  expect(planProblem({ day, time }, '2026-11-19T23:30:00.000Z')).toBe(problem);
});
