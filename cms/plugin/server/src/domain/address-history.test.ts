import { describe, expect, test } from 'vitest';
import { versionAt } from './address-history.ts';

const versions = [
  { seq: 4, at: '2026-11-02T00:00:00.000Z' },
  { seq: 2, at: '2026-11-01T00:00:00.000Z' },
];

describe('versionAt()', () => {
  test.each([
    ['2026-10-31T23:59:59.999Z', null, undefined],
    ['2026-11-01T00:00:00.000Z', 2, '2026-11-02T00:00:00.000Z'],
    ['2026-11-01T12:00:00.000Z', 2, '2026-11-02T00:00:00.000Z'],
    ['2026-11-02T00:00:00.000Z', 4, null],
    ['2027-01-01T00:00:00.000Z', 4, null],
  ])('at %s it is version %j, until %j', (at, seq, until) => {
    const held = versionAt(versions, at);
    expect(held?.version.seq ?? null).toBe(seq);
    expect(held?.until).toBe(until);
  });
});
