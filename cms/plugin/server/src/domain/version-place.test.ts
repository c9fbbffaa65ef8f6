import { expect, test } from 'vitest';
import { parsePlace, placeOf } from './version-place.ts';

test('a place is read as it was written', () => {
  for (const source of ['draft', 'change'] as const) {
    expect(parsePlace(placeOf(source, 17))).toEqual({ source, id: 17 });
  }
});

test.each(['', 'draft', 'draft-', 'draft-x', 'draft-1 ', 'other-1', 'draft--1', 'draft-1234567890'])(
  'no place is read from "%s"',
  (text) => {
    expect(parsePlace(text)).toBeNull();
  },
);
