import { reviewKindSchema } from 'disclosure-contract';
import { expect, test } from 'vitest';
import zhHans from '../../translations/zh-Hans.json' with { type: 'json' };
import { decisionKey } from './decision-words.ts';

const TEXTS = ['agree', 'return', 'confirm.agree', 'confirm.return', 'sent.return', 'opinion.hint'] as const;

test.each(reviewKindSchema.options)('every text about a decision on a %s is there', (kind) => {
  const missing = TEXTS.map((text) => `disclosure.${decisionKey(kind, text)}`).filter((key) => !(key in zhHans));
  expect(missing).toEqual([]);
});
