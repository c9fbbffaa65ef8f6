import { describe, expect, test } from 'vitest';
import { nextValidityChange, validityOn } from './validity.ts';
import { VALIDITIES, type Validity } from './vocabulary.ts';

const TODAY = '2026-11-20';

describe('validityOn()', () => {
  test.each([
    ['without dates', null, null, 'valid'],
    ['from its start date on', TODAY, null, 'valid'],
    ['before its start date', '2026-11-21', null, 'not_yet'],
    ['on its repeal date', null, TODAY, 'repealed'],
    ['before its repeal date', null, '2026-11-21', 'valid'],
    ['repealed before it started', '2026-12-01', '2026-11-01', 'repealed'],
  ] as const)('%s: %s to %s is %s', (_when, effectiveOn, repealedOn, expected) => {
    expect(validityOn({ effectiveOn, repealedOn, statedValidity: null }, TODAY)).toBe(expected);
  });

  test.each(Object.keys(VALIDITIES) as Validity[])(
    'a statement of %s overrides the start date and not a repeal',
    (stated) => {
      expect(validityOn({ effectiveOn: '2027-01-01', repealedOn: '2027-01-01', statedValidity: stated }, TODAY)).toBe(
        stated,
      );
      expect(validityOn({ effectiveOn: null, repealedOn: TODAY, statedValidity: stated }, TODAY)).toBe('repealed');
    },
  );
});

describe('nextValidityChange()', () => {
  const days = [null, '2026-11-19', TODAY, '2026-11-21', '2026-11-22'];
  const cases = days.flatMap((effectiveOn) =>
    days.map((repealedOn) => ({ effectiveOn, repealedOn, statedValidity: null })),
  );

  test.each(cases)('names the first day of another answer for $effectiveOn to $repealedOn', (facts) => {
    const next = nextValidityChange(facts, TODAY);
    const until = next ?? '2026-12-31';
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].filter((each) => each < until)) {
      expect(validityOn(facts, day)).toBe(validityOn(facts, TODAY));
    }
    expect(next === null || next > TODAY).toBe(true);
  });
});
