import { guideSchema, itemSchema, powerSchema, riskPointSchema, type ItemType } from 'disclosure-contract';
import { expect, test } from 'vitest';
import { readingOrder, shownValue } from './reading-order.ts';

/** What the system decides when the item is published; nobody wrote it, and nobody approves it. */
const DECIDED_LATER = [
  'documentId',
  'slug',
  'formerSlugs',
  'indexNo',
  'firstPublishedAt',
  'publishedAt',
  'history',
  'readings',
];

const RECORDS = { item: {}, power: powerSchema.shape, guide: guideSchema.shape, risk_point: riskPointSchema.shape };

/** The fields of the form that a field of a record is written in. */
const WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
  statutoryLimit: ['statutoryLimitAmount'],
  promisedLimit: ['promisedLimitAmount'],
  fees: ['feesCharged', 'feesBasis', 'feesStandard'],
};

test.each(Object.keys(RECORDS) as ItemType[])('a reviewer of %s reads every field that becomes public', (type) => {
  const written = Object.keys(itemSchema.shape).filter((field) => ![...DECIDED_LATER, 'record'].includes(field));
  const recorded = Object.keys(RECORDS[type]).filter((field) => field !== 'type');
  const fields = recorded.flatMap((field) => WRITTEN_IN[field] ?? [field]);
  expect([...readingOrder(type)].sort()).toEqual([...written, ...fields, 'address'].sort());
});

test('shownValue() gives a limit with its unit', () => {
  const content = { statutoryLimitAmount: 20, statutoryLimitUnit: 'working_days', title: '标题' };
  expect(shownValue(content, 'statutoryLimitAmount')).toEqual({ amount: 20, unit: 'working_days' });
  expect(shownValue(content, 'promisedLimitAmount')).toBeUndefined();
  expect(shownValue(content, 'title')).toBe('标题');
});
