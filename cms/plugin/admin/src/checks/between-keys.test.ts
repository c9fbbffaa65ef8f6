import type { Sliced } from 'disclosure-contract/checks';
import { describe, expect, test } from 'vitest';
import { betweenKeys } from './between-keys';

/** Each slice takes longer than the browser may be busy. */
function* slowly(slices: number, done: { slices: number }): Sliced<string> {
  for (; done.slices < slices; done.slices += 1) {
    const until = performance.now() + 10;
    while (performance.now() < until);
    yield;
  }
  return 'found';
}

describe('betweenKeys()', () => {
  test('lets others have their turn, and gives what the work returns', async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    expect(await betweenKeys(slowly(5, { slices: 0 }), () => true)).toBe('found');
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
  });

  test('stops once nobody waits for the result', async () => {
    const done = { slices: 0 };
    expect(await betweenKeys(slowly(1000, done), () => done.slices < 2)).toBeNull();
    expect(done.slices).toBeLessThan(1000);
  });
});
