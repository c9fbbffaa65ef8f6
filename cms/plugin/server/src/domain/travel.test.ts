import { describe, expect, test } from 'vitest';
import type { Reach } from '../content-types/rows.ts';
import { isNarrower, reachOf, tellingFor, widest, type Telling } from './travel.ts';

describe('reachOf()', () => {
  test.each([
    { disclosureMode: 'proactive', scope: 'public', reach: 'public' },
    { disclosureMode: 'proactive', scope: 'internal', reach: 'staff' },
    { disclosureMode: 'on_request', scope: 'public', reach: 'none' },
    { disclosureMode: 'withheld', scope: 'internal', reach: 'none' },
    { disclosureMode: null, scope: 'public', reach: 'none' },
    { disclosureMode: 'proactive', scope: null, reach: 'none' },
  ] as const)('$disclosureMode and $scope reaches $reach', ({ reach, ...item }) => {
    expect(reachOf(item)).toBe(reach);
  });
});

describe('tellingFor()', () => {
  test.each<[now: Reach, before: Reach, toPublic: Telling, toStaff: Telling]>([
    ['public', 'none', 'payload', 'payload'],
    ['public', 'staff', 'payload', 'payload'],
    ['staff', 'none', 'nothing', 'payload'],
    ['staff', 'staff', 'nothing', 'payload'],
    ['staff', 'public', 'removal', 'payload'],
    ['none', 'none', 'nothing', 'nothing'],
    ['none', 'staff', 'nothing', 'removal'],
    ['none', 'public', 'removal', 'removal'],
  ])('of a version for %s after one for %s: %s to the public, %s to staff', (audience, sentTo, toPublic, toStaff) => {
    expect(tellingFor({ audience, sentTo }, 'public')).toBe(toPublic);
    expect(tellingFor({ audience, sentTo }, 'staff')).toBe(toStaff);
  });
});

test('isNarrower() says whether somebody is left out', () => {
  const reaches = ['none', 'staff', 'public'] as const;
  const narrower = reaches.flatMap((one) =>
    reaches.filter((other) => isNarrower(one, other)).map((other) => [one, other]),
  );
  expect(narrower).toEqual([
    ['none', 'staff'],
    ['none', 'public'],
    ['staff', 'public'],
  ]);
});

test('widest() never narrows', () => {
  expect([widest('none', 'staff'), widest('public', 'staff'), widest('none', 'none')]).toEqual([
    'staff',
    'public',
    'none',
  ]);
});
