import { expect, test } from 'vitest';
import { BUILDS, fingerprintsOf } from './build.ts';

test('every build comes after those it is made from', () => {
  const seen = new Set<string>();
  for (const { name, after } of BUILDS) {
    expect(after.filter((earlier) => !seen.has(earlier))).toEqual([]);
    seen.add(name);
  }
});

test('the same sources have the same fingerprints', () => {
  expect(fingerprintsOf(BUILDS)).toEqual(fingerprintsOf(BUILDS));
});

test('a build changes with those it is made from', () => {
  const [shared, plugin] = BUILDS;
  if (!shared || !plugin) throw new Error('there are builds');
  const both = fingerprintsOf([shared, plugin]).get('plugin');
  const alone = fingerprintsOf([{ ...shared, folder: 'site/theme' }, plugin]).get('plugin');
  expect(alone).not.toBe(both);
});
