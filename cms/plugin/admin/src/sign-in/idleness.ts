const MINUTE_MS = 60_000;

export type Idleness =
  | { readonly phase: 'active' }
  /** A minute is left, or less. */
  | { readonly phase: 'warned'; readonly secondsLeft: number }
  | { readonly phase: 'over' };

/** Whether somebody who last did something then is still taken for being there. */
export function idlenessAt(now: number, lastActiveAt: number, idleMinutes: number): Idleness {
  const left = lastActiveAt + idleMinutes * MINUTE_MS - now;
  if (left <= 0) return { phase: 'over' };
  if (left > MINUTE_MS) return { phase: 'active' };
  return { phase: 'warned', secondsLeft: Math.ceil(left / 1000) };
}
