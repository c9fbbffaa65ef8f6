import { expect, test } from 'vitest';
import { clockInChina, instantInChina } from './china-time.ts';

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
