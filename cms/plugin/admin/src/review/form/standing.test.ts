import { expect, test } from 'vitest';
import type { ReviewReport } from '../review-api.ts';
import { endsBySaving, standingOf } from './standing.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const review = (facts: Partial<ReviewReport>) =>
  ({ kind: 'publication', state: 'open', publishAt: null, reviewAgainOn: null, ...facts }) as ReviewReport;

test('standingOf() an item that was decided not to be published says so until that is lifted', () => {
  const withheld = review({ state: 'withheld', reviewAgainOn: '2027-01-01' });
  expect(standingOf([withheld], NOW)).toEqual({ kind: 'not_submitted', isWithheld: true });
  expect(standingOf([review({ state: 'reopened' })], NOW)).toEqual({ kind: 'not_submitted', isWithheld: false });
});

test.each<{ what: string; reviews: ReviewReport[]; kind: string; ends: boolean }>([
  { what: 'nothing was submitted', reviews: [], kind: 'not_submitted', ends: false },
  { what: 'it was returned', reviews: [review({ state: 'returned' })], kind: 'not_submitted', ends: false },
  { what: 'it is under review', reviews: [review({})], kind: 'under_review', ends: true },
  { what: 'it is approved', reviews: [review({ state: 'approved' })], kind: 'approved', ends: true },
  {
    what: 'its time has not come',
    reviews: [review({ state: 'approved', publishAt: '2026-11-21T00:00:00.000Z' })],
    kind: 'planned',
    ends: true,
  },
  {
    what: 'its time is over',
    reviews: [review({ state: 'approved', publishAt: '2026-11-19T00:00:00.000Z' })],
    kind: 'approved',
    ends: true,
  },
  { what: 'it is to be taken down', reviews: [review({ kind: 'withdrawal' })], kind: 'being_withdrawn', ends: false },
  {
    what: 'only a taking down waits to be ratified',
    reviews: [review({ kind: 'ratification' })],
    kind: 'not_submitted',
    ends: false,
  },
])('standingOf() an item: $what', ({ reviews, kind, ends }) => {
  const standing = standingOf(reviews, NOW);
  expect(standing.kind).toBe(kind);
  expect(endsBySaving(standing)).toBe(ends);
});
