import { describe, expect, test } from 'vitest';
import { isEmptyRow, isRequired, listOf, newRow, rowsOf } from './row-list.ts';
import { problemsOf } from './row-problems.ts';
import { ROW_SHAPES } from './row-shapes.ts';

const { POWER_BASES, GUIDE_MATERIALS, LIABILITIES, SPECIAL_STAGES, ADJUSTMENTS } = ROW_SHAPES;

describe('rowsOf()', () => {
  test('reads records and texts, and fills in what is not written', () => {
    expect(rowsOf([{ name: '行政许可法' }], POWER_BASES)).toEqual([
      { rank: '', name: '行政许可法', docNo: '', article: '', text: '', effectiveVersion: '' },
    ]);
    expect(listOf(rowsOf(JSON.stringify(['甲', '乙']), LIABILITIES), LIABILITIES)).toEqual(['甲', '乙']);
  });

  test.each([null, undefined, 'x', {}, [1, null, ['甲']]])('finds no row in %j', (value) => {
    expect(rowsOf(value, POWER_BASES)).toEqual([]);
  });
});

test('newRow() begins with what the contract takes for granted', () => {
  expect(newRow(GUIDE_MATERIALS)).toMatchObject({ name: '', copies: 1, form: '' });
  expect(newRow(SPECIAL_STAGES)).toEqual({ name: '', limit: null, countsTowardsTotal: false, note: '' });
  expect(isEmptyRow(newRow(GUIDE_MATERIALS), GUIDE_MATERIALS)).toBe(true);
});

test('isRequired() follows the contract', () => {
  const required = POWER_BASES.columns.filter((column) => isRequired(POWER_BASES, column));
  expect(required.map(({ key }) => key)).toEqual(['rank', 'name']);
});

describe('problemsOf()', () => {
  test('names each cell that the contract does not take, and why', () => {
    expect(problemsOf(newRow(POWER_BASES), POWER_BASES)).toEqual({ rank: { id: 'choose' }, name: { id: 'missing' } });
    expect(problemsOf(newRow(ADJUSTMENTS), ADJUSTMENTS)).toMatchObject({
      on: { id: 'date' },
      basis: { id: 'missing' },
    });
    const material = { ...newRow(GUIDE_MATERIALS), name: '甲'.repeat(201), form: 'paper', necessity: 'required' };
    expect(problemsOf({ ...material, copies: 100 }, GUIDE_MATERIALS)).toEqual({
      name: { id: 'too_long', values: { most: 200 } },
      copies: { id: 'too_much', values: { most: 99 } },
    });
    expect(
      problemsOf(
        { ...newRow(SPECIAL_STAGES), name: '听证', limit: { amount: 0, unit: 'working_days' } },
        SPECIAL_STAGES,
      ),
    ).toEqual({
      limit: { id: 'too_little', values: { least: 1 } },
    });
  });

  test('finds nothing wrong with a row that is right', () => {
    expect(problemsOf({ text: '甲' }, LIABILITIES)).toEqual({});
  });
});
