import { expect, test } from 'vitest';
import { encodingFor } from './content-encoding.ts';

test.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q=0, gzip ; q=0', null],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['identity;q=1, *;q=0', null],
  ['gzip;q=nothing', null],
])('a client that takes %j is sent %j', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
