import { describe, expect, test } from 'vitest';
import { formerNamesOf } from './former-names.ts';

describe('formerNamesOf()', () => {
  const until = '2019-02-28';
  test.each([
    { given: [{ name: '建委', from: null, until }], names: [{ name: '建委', from: null, until }] },
    { given: '[{"name":"建委"}]', names: [{ name: '建委', from: null, until: null }] },
    { given: [{ name: '建委', from: '', until: 5 }], names: [{ name: '建委', from: null, until: null }] },
    { given: 'not a list', names: [] },
    { given: null, names: [] },
  ])('reads $given', ({ given, names }) => {
    expect(formerNamesOf(given)).toEqual(names);
  });
});
