import { expect, test } from 'vitest';
import { Seal } from './seal.ts';

const seal = new Seal('application secret');
const secret = Buffer.from('twenty bytes secret!');

test('opens what it sealed, for the same account', () => {
  const sealed = seal.seal(secret, '3');
  expect(seal.open(sealed, '3')).toEqual(secret);
  expect(sealed).not.toContain(secret.toString('base64'));
  expect(seal.seal(secret, '3')).not.toBe(sealed);
});

test.each([
  ['another account', (sealed: string) => seal.open(sealed, '4')],
  ['another key', (sealed: string) => new Seal('rotated').open(sealed, '3')],
  ['an altered text', (sealed: string) => seal.open(`A${sealed.slice(1, -6)}AAAAA=`, '3')],
  ['no sealed text', () => seal.open('', '3')],
])('opens nothing for %s', (_what, opened) => {
  expect(opened(seal.seal(secret, '3'))).toBeNull();
});

test('hashes names so that only who has the key can tell whose they are', () => {
  expect(seal.nameHash('wang@example.test')).toBe(new Seal('application secret').nameHash('wang@example.test'));
  expect(seal.nameHash('wang@example.test')).not.toBe(new Seal('rotated').nameHash('wang@example.test'));
});
