import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstItemNumber, itemNumber } from './item-number.ts';

const day = fc
  .date({ min: new Date('1949-10-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const indexNo = fc
  .tuple(fc.constantFrom('11341823MB1E45262T', '003185677'), fc.integer({ min: 1, max: 99_999 }))
  .map(([prefix, running]) => `${prefix}/202401-${String(running).padStart(5, '0')}`);

test('itemNumber() puts a later day behind an earlier one, whatever the index number', () => {
  fc.assert(
    fc.property(day, day, indexNo, indexNo, (a, b, one, other) => {
      fc.pre(a < b);
      expect(itemNumber(a, one)).toBeLessThan(itemNumber(b, other));
    }),
  );
});

test('itemNumber() puts the items of a day in the order of their index numbers', () => {
  const numbers = ['00001', '00002', '09999', '99999'].map((running) =>
    itemNumber('2024-01-31', `A/202401-${running}`),
  );
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(4);
});

test('itemNumber() stays within what a number holds exactly', () => {
  fc.assert(fc.property(day, indexNo, (on, number) => Number.isSafeInteger(itemNumber(on, number))));
});

test('firstItemNumber() of a year comes before its first day and behind the year before', () => {
  expect(firstItemNumber('2024')).toBeLessThanOrEqual(itemNumber('2024-01-01', 'A/2024-00001'));
  expect(firstItemNumber('2024')).toBeGreaterThan(itemNumber('2023-12-31', 'A/2023-99999'));
});
