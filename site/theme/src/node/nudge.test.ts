import { createHash, createHmac } from 'node:crypto';
import { NUDGE_HEADERS, NUDGE_TOLERANCE_SECONDS, nudgeKeyText, nudgeSignedText } from 'disclosure-contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { asksForInspection, NudgeGate } from './nudge.ts';
import type { SignedRequest } from './signed-requests.ts';

const TOKEN = 'sample-node-token';
const SECRET = 'sample-nudge-secret';
const NOW = 1_795_000_000;
const BODY = JSON.stringify({ id: '0f8fad5b-d9cb', last: 7 });

interface Signing {
  readonly body?: string;
  readonly timestamp?: string;
  readonly token?: string;
}

/** As a CMS signs it. */
function signed({ body = BODY, timestamp = String(NOW), token = TOKEN }: Signing = {}): SignedRequest {
  const key = createHash('sha256').update(nudgeKeyText(token)).digest();
  const signature = createHmac('sha256', key).update(nudgeSignedText(timestamp, body)).digest('hex');
  return { headers: { [NUDGE_HEADERS.timestamp]: timestamp, [NUDGE_HEADERS.signature]: `v1=${signature}` }, body };
}

let gate: NudgeGate;
beforeEach(() => {
  gate = new NudgeGate({ token: TOKEN, secret: SECRET });
});

describe('a signed nudge', () => {
  test('is accepted once', () => {
    expect(gate.judge(signed(), NOW)).toBe('accepted');
    expect(gate.judge(signed(), NOW + 1)).toBe('repeated');
    expect(gate.judge(signed({ timestamp: String(NOW + 2) }), NOW + 2)).toBe('repeated');
  });

  test.each([-NUDGE_TOLERANCE_SECONDS, 0, NUDGE_TOLERANCE_SECONDS])(
    'is accepted when the clocks differ by %s s',
    (seconds) => {
      expect(gate.judge(signed(), NOW + seconds)).toBe('accepted');
    },
  );

  test.each([-NUDGE_TOLERANCE_SECONDS - 1, NUDGE_TOLERANCE_SECONDS + 1])(
    'is refused when the clocks differ by %s s',
    (seconds) => {
      expect(gate.judge(signed(), NOW + seconds)).toBe('refused');
    },
  );

  test('is never accepted twice, whenever its copy comes', () => {
    const early = signed({ timestamp: String(NOW + NUDGE_TOLERANCE_SECONDS) });
    expect(gate.judge(early, NOW)).toBe('accepted');
    for (let at = 1; at < 3 * NUDGE_TOLERANCE_SECONDS; at += 1)
      expect(gate.judge(early, NOW + at), `after ${at} s`).not.toBe('accepted');
  });

  test('of another node is refused', () => {
    expect(gate.judge(signed({ token: 'another-node-token' }), NOW)).toBe('refused');
  });

  test('is refused when its body was changed', () => {
    expect(gate.judge({ ...signed(), body: BODY.replace('7', '8') }, NOW)).toBe('refused');
  });

  test('is refused when its time was changed', () => {
    const { headers, body } = signed();
    expect(gate.judge({ headers: { ...headers, [NUDGE_HEADERS.timestamp]: String(NOW + 1) }, body }, NOW)).toBe(
      'refused',
    );
  });

  test.each(['', '{}', 'null', '[]', '{"id":"short","last":1}', '{"id":"0f8fad5b-d9cb"}', 'not json'])(
    'with the body %j is refused',
    (body) => {
      expect(gate.judge(signed({ body }), NOW)).toBe('refused');
    },
  );

  test.each(['', 'abc', '-1', '1e9', ' 1', '9'.repeat(13)])('at the time %j is refused', (timestamp) => {
    expect(gate.judge(signed({ timestamp }), NOW)).toBe('refused');
  });

  test.each([
    ['without a signature', { [NUDGE_HEADERS.signature]: undefined }],
    ['without a time', { [NUDGE_HEADERS.timestamp]: undefined }],
    ['with two signatures', { [NUDGE_HEADERS.signature]: ['v1=a', 'v1=b'] }],
    ['with a signature of no version', { [NUDGE_HEADERS.signature]: 'abc' }],
  ])('%s is refused', (_what, headers) => {
    expect(gate.judge({ headers: { ...signed().headers, ...headers }, body: BODY }, NOW)).toBe('refused');
  });

  test('is refused where the node has no token', () => {
    expect(new NudgeGate({ token: null, secret: SECRET }).judge(signed(), NOW)).toBe('refused');
  });
});

describe('a nudge with the secret', () => {
  const bearing = (authorization: string): SignedRequest => ({ headers: { authorization }, body: 'anything' });

  test('is accepted every time', () => {
    expect(gate.judge(bearing(`Bearer ${SECRET}`), NOW)).toBe('accepted');
    expect(gate.judge(bearing(`Bearer ${SECRET}`), NOW)).toBe('accepted');
  });

  test.each(['', 'Bearer ', `Bearer ${SECRET}x`, `bearer ${SECRET}`, SECRET, `Bearer ${TOKEN}`, 'Bearer null'])(
    'is refused with "%s"',
    (authorization) => {
      expect(gate.judge(bearing(authorization), NOW)).toBe('refused');
    },
  );

  test.each(['Bearer null', 'Bearer ', `Bearer ${SECRET}`])(
    'is refused with "%s" where no secret is set',
    (authorization) => {
      expect(new NudgeGate({ token: TOKEN, secret: null }).judge(bearing(authorization), NOW)).toBe('refused');
    },
  );
});

test('a nudge may ask for an inspection', () => {
  expect(asksForInspection(JSON.stringify({ id: 'nudge-0001', last: 1, inspect: true }))).toBe(true);
  for (const body of [JSON.stringify({ id: 'nudge-0001', last: 1 }), JSON.stringify({ inspect: true }), '', '[]'])
    expect(asksForInspection(body)).toBe(false);
});
