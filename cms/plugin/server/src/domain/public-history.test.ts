import { expect, test } from 'vitest';
import type { PublicStep } from 'disclosure-contract';
import { publicHistory, type FormerVersion } from './public-history.ts';

const FIRST = '2026-11-02T01:00:00.000Z';
const SECOND = '2026-11-03T01:00:00.000Z';
const THIRD = '2026-11-04T01:00:00.000Z';
const next = { at: THIRD, contentHash: 'new', note: null };
const published: PublicStep = { kind: 'published', at: FIRST, reason: null, note: null };

function former(more: Partial<FormerVersion> = {}): FormerVersion {
  const item = { history: [published], firstPublishedAt: FIRST, publishedAt: FIRST, revisionNote: null };
  return { item, contentHash: 'old', since: [], ...more };
}

test('begins with the first publication', () => {
  expect(publicHistory(null, next)).toEqual([{ ...published, at: THIRD }]);
});

test('tells of a revision and what it corrects', () => {
  expect(publicHistory(former(), { ...next, note: '更正了第二条的日期' })).toEqual([
    published,
    { kind: 'revised', at: THIRD, reason: null, note: '更正了第二条的日期' },
  ]);
});

test('takes the same content again for no change', () => {
  expect(publicHistory(former({ contentHash: 'new' }), next)).toEqual([published]);
});

test('tells when it was withdrawn, why, and when it came back', () => {
  const since = [{ at: SECOND, withdrawal: 'inaccurate' as const }];
  expect(publicHistory(former({ since, contentHash: 'new' }), next).slice(1)).toEqual([
    { kind: 'withdrawn', at: SECOND, reason: 'inaccurate', note: null },
    { kind: 'republished', at: THIRD, reason: null, note: null },
  ]);
});

test('repeats no note from before a withdrawal', () => {
  const revised: PublicStep = { kind: 'revised', at: SECOND, reason: null, note: '补充了联系人电话' };
  const item = { ...former().item, history: [published, revised], publishedAt: SECOND };
  const since = [{ at: SECOND, withdrawal: 'personal_data' as const }];
  expect(JSON.stringify(publicHistory(former({ item, since }), next))).not.toContain('联系人');
});

test('says nothing of a time at which it was for fewer readers', () => {
  const since = [{ at: SECOND, withdrawal: null }];
  expect(publicHistory(former({ since }), next).map(({ kind }) => kind)).toEqual(['published', 'republished']);
});

test('of a version from before histories were kept, takes what its times say', () => {
  const item = { ...former().item, history: [], publishedAt: SECOND };
  expect(publicHistory(former({ item }), next).map(({ kind, at }) => [kind, at])).toEqual([
    ['published', FIRST],
    ['revised', SECOND],
    ['revised', THIRD],
  ]);
});

test('carries a hundred steps at most, the first among them', () => {
  const steps = Array.from({ length: 300 }, (_, n): PublicStep => ({ ...published, kind: 'revised', note: String(n) }));
  const item = { ...former().item, history: [published, ...steps] };
  const history = publicHistory(former({ item }), next);
  expect(history).toHaveLength(100);
  expect(history[0]).toEqual(published);
  expect(history.at(-1)).toMatchObject({ at: THIRD });
});
