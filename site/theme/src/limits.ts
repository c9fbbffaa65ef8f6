import type { Power } from 'disclosure-contract';
import { LIMIT_UNITS, type TimeLimit } from 'disclosure-contract/flow';
import { labelOf, t } from './interface-text.ts';

/** 时限 as people read it: 10 个工作日. */
export function limitText({ amount, unit }: TimeLimit): string {
  return `${amount} ${labelOf(LIMIT_UNITS[unit])}`;
}

/** 收费 in one sentence: whether, and if so how much and on what basis. Null where nothing is said of it. */
export function feesText(fees: Power['fees']): string | null {
  if (fees === null) return null;
  if (!fees.charged) return t('power.free');
  return [fees.standard, fees.basis].filter((part) => part !== '').join(t('list.semicolon')) || t('power.charged');
}
