import { describe, expect, test } from 'vitest';
import type { ReviewEntry } from './review-api.ts';
import { byUrgency, daysSince, deadlineOf } from './waiting-time.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');

describe('daysSince()', () => {
  test.each([
    { instant: '2026-11-20T03:00:00.000Z', days: 0 },
    { instant: '2026-11-19T04:00:00.000Z', days: 1 },
    { instant: '2026-11-17T04:00:01.000Z', days: 2 },
    { instant: '2026-11-20T04:00:05.000Z', days: 0 },
  ])('gives $days for $instant', ({ instant, days }) => {
    expect(daysSince(instant, NOW)).toBe(days);
  });
});

describe('deadlineOf()', () => {
  test.each([
    { what: 'no limit', dueAt: null, deadline: { kind: 'none' } },
    { what: 'a day that has begun', dueAt: '2026-11-20T05:00:00.000Z', deadline: { kind: 'left', days: 1 } },
    { what: 'this very instant', dueAt: '2026-11-20T04:00:00.000Z', deadline: { kind: 'left', days: 0 } },
    { what: 'what is over since an hour', dueAt: '2026-11-20T03:00:00.000Z', deadline: { kind: 'over', days: 1 } },
    { what: 'what is over since two days', dueAt: '2026-11-18T04:00:00.000Z', deadline: { kind: 'over', days: 2 } },
  ])('counts $what', ({ dueAt, deadline }) => {
    expect(deadlineOf(dueAt, NOW)).toEqual(deadline);
  });
});

test('byUrgency() puts what was returned or is void before what only waits', () => {
  const entry = (id: string, state: ReviewEntry['state'], submittedAt: string) =>
    ({ id, state, submittedAt }) as ReviewEntry;
  const entries = [
    entry('done', 'done', '2026-11-20'),
    entry('open', 'open', '2026-11-19'),
    entry('returned', 'returned', '2026-11-01'),
    entry('approved', 'approved', '2026-11-18'),
    entry('void', 'void', '2026-11-02'),
  ];
  expect(byUrgency(entries).map(({ id }) => id)).toEqual(['void', 'returned', 'approved', 'open', 'done']);
});
