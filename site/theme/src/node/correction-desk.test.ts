import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { RECEIPT_NUMBER } from 'disclosure-contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleFolder } from '../../../../tests/support/sample-folder.ts';
import { clientOf, CorrectionDesk } from './correction-desk.ts';
import { CorrectionSpool } from './correction-spool.ts';
import { RequestLimit } from './request-limit.ts';

const NOW = '2026-11-27T16:30:00.000Z';
const KEY = generateKeyPairSync('x25519')
  .publicKey.export({ type: 'spki', format: 'der' })
  .subarray(12)
  .toString('base64');
const BODY = new URLSearchParams({ kind: 'other', text: '打不开', contact: '13800000000' }).toString();

let folder: string;
beforeEach(() => {
  folder = sampleFolder('corrections');
});
afterEach(() => rmSync(folder, { recursive: true }));

function spoolWithKey(): CorrectionSpool {
  const spool = new CorrectionSpool(folder);
  spool.keepKey(KEY);
  return spool;
}

test('a correction gets a receipt number and lies sealed until the CMS has it', () => {
  const spool = spoolWithKey();
  const answer = new CorrectionDesk(spool).answer(BODY, '::1', NOW);
  const receiptNumber = answer.kind === 'taken' ? answer.receiptNumber : '';
  expect(receiptNumber).toMatch(RECEIPT_NUMBER);
  // The day in China.
  expect(receiptNumber).toMatch(/^20261128-/);
  const files = readdirSync(folder).filter((name) => name !== 'key');
  expect(files).toHaveLength(1);
  const file = join(folder, files[0] ?? '');
  expect(readFileSync(file, 'utf8')).not.toMatch(/13800000000|打不开|other/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const restarted = new CorrectionSpool(folder);
  expect(restarted.waiting(10)).toMatchObject([{ receiptNumber, at: NOW }]);
  restarted.remove([receiptNumber]);
  expect(restarted.waiting(10)).toEqual([]);
});

test('without a key of the CMS, none is taken, and what was written comes back', () => {
  const answer = new CorrectionDesk(new CorrectionSpool(folder)).answer(BODY, '::1', NOW);
  expect(answer).toMatchObject({
    refused: { status: 503, problems: { form: 'unavailable' }, values: { text: '打不开' } },
  });
});

test('a form that is wrong takes nobody’s turn, and too many of one client are told to come later', () => {
  const desk = new CorrectionDesk(spoolWithKey());
  for (let n = 0; n < 20; n += 1)
    expect(desk.answer('kind=other', 'a', NOW)).toMatchObject({ refused: { status: 422 } });
  for (let n = 0; n < 10; n += 1) expect(desk.answer(BODY, 'a', NOW).kind).toBe('taken');
  expect(desk.answer(BODY, 'a', NOW)).toMatchObject({ refused: { status: 429, values: { contact: '13800000000' } } });
  expect(desk.answer(BODY, 'b', NOW).kind).toBe('taken');
  expect(desk.answer(BODY, 'a', '2026-11-27T16:41:00.000Z').kind).toBe('taken');
});

test('a spool sends the oldest first, so many at a time, and leaves what it did not write', () => {
  const spool = spoolWithKey();
  const correction = { kind: 'other', page: '', text: 'x', contact: '' } as const;
  const days = ['2026-11-03', '2026-11-01', '2026-11-02'].map((day) => spool.take(correction, `${day}T00:00:00.000Z`));
  writeFileSync(join(folder, '20260101-x.sealed.json'), '{}');
  expect(spool.waiting(3).map(({ receiptNumber }) => receiptNumber)).toEqual([days[1], days[2]]);
});

test('a key that is none is not kept', () => {
  const spool = spoolWithKey();
  spool.keepKey('no key');
  expect(spool.key).toBe(KEY);
});

test('a limit counts one client and all together, and forgets', () => {
  const limit = new RequestLimit({ ofOne: 1, ofAll: 2, withinMs: 1000 });
  expect([limit.take('a', 0), limit.take('a', 1), limit.take('b', 2), limit.take('c', 3)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(limit.take('c', 1001)).toBe(true);
});

test.each([
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['::ffff:127.0.0.1', undefined, '::ffff:127.0.0.1'],
])('of %s with %s, the client is %s', (remoteAddress, forwarded, client) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  expect(clientOf({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)).toBe(client);
});
