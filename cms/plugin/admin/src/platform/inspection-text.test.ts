import { expect, test } from 'vitest';
import { countsText, daysUntilBreach } from './inspection-text.ts';

test('counts are told in the language of the panel, the heaviest first', () => {
  const counts = { veto: 1, deduction: 2, notice: 0 };
  expect(countsText(counts, ({ zh }) => zh)).toBe('单项否决 1 · 扣分 2 · 提示 0');
  expect(countsText(counts, ({ en }) => en)).toBe('Veto 1 · Deduction 2 · Notice 0');
});

test.each([
  ['2026-11-28T15:59:00.000Z', 6],
  ['2026-11-28T16:00:00.000Z', 5],
  ['2026-12-03T01:00:00.000Z', 1],
  ['2026-12-05T01:00:00.000Z', -1],
])('at %s, what is due on 3 December breaches in %i days', (now, days) => {
  expect(daysUntilBreach('2026-12-03', new Date(now))).toBe(days);
});
