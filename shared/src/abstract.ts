import { textOfHtml } from './html-policy.ts';
import type { Item } from './item.ts';

/** 内容概述: how many characters, spaces aside, an abstract should have at most. Advice: nothing is refused for it. */
export const ABSTRACT_LENGTHS = { shortBody: 300, longBody: 500 } as const;

/** Characters of a body beyond which it is a long one. */
const LONG_BODY = 5000;

export interface OverlongAbstract {
  readonly length: number;
  readonly advised: number;
}

/** Says that an abstract is longer than its body warrants; null when it is not. `body` is HTML. */
export function overlongAbstract({ abstract, body }: Pick<Item, 'abstract' | 'body'>): OverlongAbstract | null {
  const length = charactersIn(abstract ?? '');
  // Forms ask at every keystroke: most abstracts are so short that their body need not be read.
  if (length <= ABSTRACT_LENGTHS.shortBody) return null;
  const isLong = charactersIn(textOfHtml(body)) > LONG_BODY;
  const advised = isLong ? ABSTRACT_LENGTHS.longBody : ABSTRACT_LENGTHS.shortBody;
  return length > advised ? { length, advised } : null;
}

function charactersIn(text: string): number {
  return [...text.replace(/\s+/g, '')].length;
}
