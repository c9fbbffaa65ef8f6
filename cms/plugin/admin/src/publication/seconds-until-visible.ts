import type { ItemReceipt } from '../disclosure-api';

type Timing = Pick<ItemReceipt, 'visibleAt' | 'durationMs'>;

/**
 * Seconds from the change to the page being there, to one decimal. The two times come from two machines; where their
 * clocks disagree, what the node itself measured has to do.
 */
export function secondsUntilVisible({ visibleAt, durationMs }: Timing, changedAt: string | null): string | null {
  const between = visibleAt !== null && changedAt !== null ? Date.parse(visibleAt) - Date.parse(changedAt) : -1;
  const milliseconds = between >= 0 ? between : durationMs;
  return milliseconds === null ? null : (milliseconds / 1000).toFixed(1);
}
