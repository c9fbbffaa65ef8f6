import { describe, expect, test } from 'vitest';
import { sampleCategory, sampleItem, sampleOrgan, tombstoneOf } from '../../tests/support/sample-feed.ts';
import { changeSchema, feedPageSchema, nudgeSchema, receiptSchema, receiptsSchema } from './feed.ts';
import { attachmentSchema, itemSchema, listedOn } from './item.ts';

const at = '2026-11-20T01:00:00.000Z';
const item = sampleItem(1);
const file = {
  sha256: 'a'.repeat(64),
  fileName: '附件1.pdf',
  name: '附件1',
  mime: 'application/pdf',
  size: 1,
  role: 'attachment',
  accessibleText: null,
};

describe('a change', () => {
  test.each([
    { kind: 'item_published', payload: item },
    { kind: 'item_withdrawn', payload: tombstoneOf(item) },
    { kind: 'item_removed', payload: { documentId: 'item-1' } },
    { kind: 'category_saved', payload: sampleCategory(1) },
    { kind: 'category_removed', payload: { documentId: 'category-1' } },
    { kind: 'organ_saved', payload: sampleOrgan(1) },
    { kind: 'organ_removed', payload: { documentId: 'organ-1' } },
  ])('of kind $kind is taken as it is', (change) => {
    expect(changeSchema.parse({ seq: 1, at, ...change })).toEqual({ seq: 1, at, approval: null, ...change });
    const approval = { id: 'review:1', contentHash: 'c'.repeat(64) };
    expect(changeSchema.parse({ seq: 1, at, approval, ...change })).toEqual({ seq: 1, at, approval, ...change });
  });

  test.each([
    ['an unknown kind', { kind: 'item_deleted', payload: { documentId: 'item-1' } }],
    ['position 0', { seq: 0 }],
    ['half a position', { seq: 1.5 }],
    ['a day for an instant', { at: '2026-11-20' }],
    ['the payload of another kind', { kind: 'organ_saved' }],
  ])('with %s is refused', (_what, wrong) => {
    expect(changeSchema.safeParse({ seq: 1, at, kind: 'item_published', payload: item, ...wrong }).success).toBe(false);
  });

  test('leaves behind what the contract does not name', () => {
    const change = changeSchema.parse({ seq: 1, at, kind: 'item_published', payload: { ...item, internalNotes: 'x' } });
    expect(change.payload).not.toHaveProperty('internalNotes');
  });
});

describe('an item', () => {
  test.each([
    ['a slug with a slash', { slug: 'a/b' }],
    ['a slug upwards', { slug: '..' }],
    ['a slug in capitals', { slug: 'Zhu-Fang' }],
    ['a slug that is too long', { slug: 'a'.repeat(121) }],
    ['a former slug with a slash', { formerSlugs: ['../x'] }],
    ['no category', { categories: [] }],
    ['a day that does not exist', { effectiveOn: '2026-02-30' }],
    ['a genre nobody knows', { genre: 'novel' }],
    ['an instant in another zone', { publishedAt: '2026-11-20T08:00:00.000+08:00' }],
    ['an instant without its milliseconds, which would sort wrongly', { publishedAt: '2026-11-20T08:00:00Z' }],
    ['a missing title', { title: undefined }],
  ])('with %s is refused', (_what, wrong) => {
    expect(itemSchema.safeParse({ ...item, ...wrong }).success).toBe(false);
  });

  test('is listed under its original day, else under the day of its first publication in China', () => {
    expect(listedOn({ originalDate: '2012-05-01', firstPublishedAt: at })).toBe('2012-05-01');
    expect(listedOn({ originalDate: null, firstPublishedAt: '2026-12-31T16:00:00.000Z' })).toBe('2027-01-01');
  });
});

describe('an attachment', () => {
  test.each(['附件1.pdf', 'a b.docx', '.htaccess', '...', '50%.xlsx'])('can be called "%s"', (fileName) => {
    expect(attachmentSchema.safeParse({ ...file, fileName }).success).toBe(true);
  });

  test.each(['', '.', '..', 'a/b', 'a\\b', '../x', 'a\0b', 'a\nb', '\ud800', 'x'.repeat(181)])(
    'cannot be called %j',
    (fileName) => {
      expect(attachmentSchema.safeParse({ ...file, fileName }).success).toBe(false);
    },
  );

  test.each(['A'.repeat(64), 'a'.repeat(63), '../'.repeat(21) + 'a'])('cannot have the hash "%s"', (sha256) => {
    expect(attachmentSchema.safeParse({ ...file, sha256 }).success).toBe(false);
  });
});

test.each([
  ['without a feed id', { through: 0, last: 0 }],
  ['with a negative end', { feedId: 'f', through: -1, last: 0 }],
  ['without an end', { feedId: 'f', through: 0 }],
])('a feed page %s is refused', (_what, meta) => {
  expect(feedPageSchema.safeParse({ data: [], meta }).success).toBe(false);
});

test.each([
  ['a negative duration', { durationMs: -1 }],
  ['half a page', { pages: 0.5 }],
  ['a long problem', { problem: 'x'.repeat(201) }],
])('a receipt with %s is refused', (_what, wrong) => {
  const receipt = { seq: 1, pages: 1, durationMs: 1, visibleAt: at, problem: null };
  expect(receiptSchema.safeParse(receipt).success).toBe(true);
  expect(receiptSchema.safeParse({ ...receipt, ...wrong }).success).toBe(false);
});

test('more than 500 receipts at once are refused', () => {
  const receipt = { seq: 1, pages: 1, durationMs: 1, visibleAt: at, problem: null };
  expect(receiptsSchema.safeParse({ position: 1, receipts: Array(501).fill(receipt) }).success).toBe(false);
});

test.each([{ id: 'short', last: 1 }, { id: 'x'.repeat(65), last: 1 }, { id: '12345678', last: -1 }, {}, null])(
  'the nudge %j is refused',
  (nudge) => {
    expect(nudgeSchema.safeParse(nudge).success).toBe(false);
  },
);
