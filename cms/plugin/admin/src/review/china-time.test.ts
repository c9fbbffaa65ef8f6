import { expect, test } from 'vitest';
import { clockInChina, instantInChina } from './china-time.ts';

test('instantInChina() reads a time on the clock of China, and clockInChina() writes it', () => {
  expect(instantInChina('2026-11-20T07:30')).toBe('2026-11-19T23:30:00.000Z');
  expect(clockInChina('2026-11-19T23:30:00.000Z')).toBe('2026-11-20T07:30');
});

test.each(['', '2026-11', 'tomorrow'])('instantInChina() takes "%s" for no time', (written) => {
  expect(instantInChina(written)).toBeNull();
});
