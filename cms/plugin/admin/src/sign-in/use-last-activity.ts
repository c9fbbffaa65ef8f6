import { useCallback, useEffect } from 'react';

const KEY = 'disclosure-last-activity';
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** How often activity is noted at most. */
const EVERY_MS = 2_000;

/** When somebody last did something in any window of the panel: one that is worked in keeps the others open. */
export function useLastActivity(isWatching: boolean): { lastActiveAt: () => number; noteActivity: () => void } {
  const noteActivity = useCallback(() => window.localStorage.setItem(KEY, String(Date.now())), []);
  const lastActiveAt = useCallback(() => Number(window.localStorage.getItem(KEY) ?? 0), []);

  useEffect(() => {
    if (!isWatching) return undefined;
    noteActivity();
    const onEvent = () => {
      if (Date.now() - lastActiveAt() > EVERY_MS) noteActivity();
    };
    EVENTS.forEach((name) => window.addEventListener(name, onEvent, { capture: true, passive: true }));
    return () => EVENTS.forEach((name) => window.removeEventListener(name, onEvent, { capture: true }));
  }, [isWatching, lastActiveAt, noteActivity]);

  return { lastActiveAt, noteActivity };
}
