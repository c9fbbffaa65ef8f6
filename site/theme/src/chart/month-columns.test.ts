import { describe, expect, test } from 'vitest';
import { monthColumns } from './month-columns.ts';

const months = (counts: readonly number[]) =>
  counts.map((count, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}`, count }));

describe('monthColumns()', () => {
  test('makes each column as high as its share of the highest line', () => {
    const { columns, lines, base } = monthColumns(months([5, 10, 0]));
    const top = lines.at(-1);
    expect(top).toEqual({ value: 10, y: columns[1]?.y });
    expect(columns.map(({ height }) => height / (base - (top?.y ?? 0)))).toEqual([0.5, 1, 0]);
  });

  test('stays within its place, from the first column to the last', () => {
    const { columns } = monthColumns(months([1, 2, 3, 4, 5, 6]));
    for (const [at, { x, width }] of columns.entries()) {
      const before = columns[at - 1];
      expect(x).toBeGreaterThanOrEqual(before === undefined ? 0 : before.x + before.width);
      expect(x + width).toBeLessThanOrEqual(100 + 1e-9);
    }
  });

  test('numbers its lines with whole items, also where there are few or none', () => {
    expect(monthColumns(months([0, 0])).lines.map(({ value }) => value)).toEqual([0, 1]);
    expect(monthColumns(months([1, 2])).lines.map(({ value }) => value)).toEqual([0, 1, 2]);
  });

  test('writes the newest month, and others at even distances', () => {
    const { labels } = monthColumns(months(Array.from({ length: 8 }, () => 1)));
    expect(labels.map(({ month }) => month)).toEqual(['2026-02', '2026-05', '2026-08']);
  });
});
