import { describe, expect, test } from 'vitest';
import { NO_ATTEMPTS, openAttempt, takeBack, type Attempts } from './lock-out.ts';

const limits = { lockAfter: 3, lockMinutes: 30 };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 9, minute));

function afterFailures(count: number, minute = 0): Attempts {
  let attempts = NO_ATTEMPTS;
  for (let made = 0; made < count; made += 1) {
    const opening = openAttempt(attempts, at(minute), limits);
    if (opening.kind === 'open') attempts = opening.attempts;
  }
  return attempts;
}

describe('openAttempt()', () => {
  test('locks with the last failure that is allowed, for as long as the limits say', () => {
    expect(afterFailures(2)).toEqual({ failures: 2, lockedUntil: null });
    expect(afterFailures(3)).toEqual({ failures: 3, lockedUntil: at(30).toISOString() });
  });

  test('refuses until the lock ends, and is not moved by attempts in between', () => {
    const locked = afterFailures(3);
    expect(openAttempt(locked, at(29), limits)).toEqual({ kind: 'locked', until: at(30).toISOString() });
    expect(afterFailures(50)).toEqual(locked);
  });

  test('counts from the beginning when the lock has ended', () => {
    expect(openAttempt(afterFailures(3), at(30), limits)).toEqual({
      kind: 'open',
      attempts: { failures: 1, lockedUntil: null },
    });
  });
});

describe('takeBack()', () => {
  test('leaves the failures before it, so that a right password gives no further guesses at codes', () => {
    expect(takeBack(afterFailures(2), limits)).toEqual({ failures: 1, lockedUntil: null });
    expect(takeBack(afterFailures(3), limits)).toEqual({ failures: 2, lockedUntil: null });
    expect(takeBack(NO_ATTEMPTS, limits)).toEqual(NO_ATTEMPTS);
  });
});
