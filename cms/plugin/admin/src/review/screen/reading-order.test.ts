import { itemSchema } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { READING_ORDER } from './reading-order.ts';

/** What the system decides when the item is published; nobody wrote it, and nobody approves it. */
const DECIDED_LATER = ['documentId', 'slug', 'formerSlugs', 'indexNo', 'firstPublishedAt', 'publishedAt'];

test('a reviewer reads every field that becomes public', () => {
  const written = Object.keys(itemSchema.shape).filter((field) => !DECIDED_LATER.includes(field));
  expect([...READING_ORDER].sort()).toEqual([...written, 'address'].sort());
});
