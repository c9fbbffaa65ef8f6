/** How often somebody has failed to sign in in a row, and until when they are refused. Instants are ISO texts. */
export interface Attempts {
  readonly failures: number;
  readonly lockedUntil: string | null;
}

export interface LockLimits {
  /** Failures in a row after which an account is locked. */
  readonly lockAfter: number;
  readonly lockMinutes: number;
}

export type Opening =
  { readonly kind: 'locked'; readonly until: string } | { readonly kind: 'open'; readonly attempts: Attempts };

export const NO_ATTEMPTS: Attempts = { failures: 0, lockedUntil: null };

const MINUTE_MS = 60_000;

/**
 * Whether one more attempt may be made. It is counted as a failure before anything is checked, so that of many attempts
 * at once no more are checked than may fail; the one that succeeds takes the count back.
 */
export function openAttempt({ failures, lockedUntil }: Attempts, now: Date, limits: LockLimits): Opening {
  if (lockedUntil !== null && new Date(lockedUntil) > now) return { kind: 'locked', until: lockedUntil };
  const counted = (lockedUntil === null ? failures : 0) + 1;
  const end = new Date(now.getTime() + limits.lockMinutes * MINUTE_MS).toISOString();
  return { kind: 'open', attempts: { failures: counted, lockedUntil: counted >= limits.lockAfter ? end : null } };
}

/** One attempt did not fail, and has not succeeded either: a further step follows. */
export function takeBack({ failures, lockedUntil }: Attempts, limits: LockLimits): Attempts {
  const left = Math.max(0, failures - 1);
  return { failures: left, lockedUntil: left < limits.lockAfter ? null : lockedUntil };
}
