import { dayInChina, instantOfMinuteInChina, isIsoDate, minuteInChina, type IsoInstant } from 'disclosure-contract';

/**
 * A minute on the clock of China as two inputs give it: `2026-11-20` and `09:30`; either is empty until it is filled in. A
 * day that could not be read is kept as it was typed.
 */
export interface ChinaTime {
  readonly day: string;
  readonly time: string;
}

export const NO_TIME: ChinaTime = { day: '', time: '' };

/** The instant of a time on the clock of China. Null for what is no time. */
export function instantInChina({ day, time }: ChinaTime): string | null {
  return instantOfMinuteInChina(`${day}T${time}`);
}

export type PlanProblem = 'missing' | 'unreadable' | 'day-past' | 'time-past';

/** Why nothing can be planned for this time; null where something can, or where no time is wanted. */
export function planProblem({ day, time }: ChinaTime, now: IsoInstant): PlanProblem | null {
  if (day === '') return time === '' ? null : 'missing';
  if (!isIsoDate(day)) return 'unreadable';
  if (day < dayInChina(now)) return 'day-past';
  const at = instantInChina({ day, time });
  if (at === null) return 'missing';
  return at <= now ? 'time-past' : null;
}

/** An instant as the inputs take it. */
export function clockInChina(instant: string): ChinaTime {
  const [day = '', time = ''] = minuteInChina(instant).split(' ');
  return { day, time };
}
