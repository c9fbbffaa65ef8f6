import type { Power } from 'disclosure-contract';
import { t } from './interface-text.ts';
import { limitText } from './limits.ts';

/** How long a procedure takes, as its guide says it: what is promised, and what the law allows. Null where neither is set. */
export function guideDuration({ statutoryLimit, promisedLimit }: Power): string | null {
  if (promisedLimit === null) return statutoryLimit && limitText(statutoryLimit);
  const promised = limitText(promisedLimit);
  if (statutoryLimit === null) return promised;
  return t('guide.duration_promised', { promised, statutory: limitText(statutoryLimit) });
}
