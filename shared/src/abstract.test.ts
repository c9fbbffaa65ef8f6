import { describe, expect, test } from 'vitest';
import { overlongAbstract } from './abstract.ts';

describe('overlongAbstract()', () => {
  test.each([
    { abstract: 0, body: 0, advised: null },
    { abstract: 300, body: 5000, advised: null },
    { abstract: 301, body: 5000, advised: 300 },
    { abstract: 301, body: 5001, advised: null },
    { abstract: 500, body: 5001, advised: null },
    { abstract: 501, body: 5001, advised: 500 },
  ])('advises $advised for an abstract of $abstract to a body of $body', ({ abstract, body, advised }) => {
    const text = { abstract: '概'.repeat(abstract), body: `<p>${'文'.repeat(body)}</p>` };
    expect(overlongAbstract(text)).toEqual(advised === null ? null : { length: abstract, advised });
  });

  test('counts neither spaces nor lines, and a rare character once', () => {
    expect(overlongAbstract({ abstract: `${'𠮷 \n'.repeat(300)}`, body: '' })).toBeNull();
    expect(overlongAbstract({ abstract: '𠮷'.repeat(301), body: '' })).toEqual({ length: 301, advised: 300 });
  });

  test('takes an item without an abstract', () => {
    expect(overlongAbstract({ abstract: null, body: '' })).toBeNull();
  });
});
