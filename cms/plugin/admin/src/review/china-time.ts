import { instantOfMinuteInChina, minuteInChina } from 'disclosure-contract';

/** A minute on the clock of China as two inputs give it: `2026-11-20` and `09:30`; either is empty until it is filled in. */
export interface ChinaTime {
  readonly day: string;
  readonly time: string;
}

export const NO_TIME: ChinaTime = { day: '', time: '' };

/** The instant of a time on the clock of China. Null for what is no time. */
export function instantInChina({ day, time }: ChinaTime): string | null {
  return instantOfMinuteInChina(`${day}T${time}`);
}

/** An instant as the inputs take it. */
export function clockInChina(instant: string): ChinaTime {
  const [day = '', time = ''] = minuteInChina(instant).split(' ');
  return { day, time };
}
