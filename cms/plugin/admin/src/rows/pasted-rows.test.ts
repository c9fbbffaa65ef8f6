import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsIn, isForRows, rowsIn } from './pasted-rows.ts';
import { ROW_SHAPES } from './row-shapes.ts';

describe('cellsIn()', () => {
  test('reads a table as Excel copies it, with lines and tabs in a cell', () => {
    expect(cellsIn('甲\t"第一行\n第二行"\r\n"说""好""的"\t乙')).toEqual([
      ['甲', '第一行\n第二行'],
      ['说"好"的', '乙'],
    ]);
  });

  test('takes a quotation mark in the middle of a cell as it is', () => {
    expect(cellsIn('称"许可"的\t"未完')).toEqual([['称"许可"的', '"未完']]);
  });

  test('reads anything to its end', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', '\r', '1', '.', ' ') });
    fc.assert(fc.property(text, (pasted) => cellsIn(pasted).length > 0));
  });

  test('gives back every cell that is written as Excel does', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', 'a') });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (lines) => {
        const copied = lines.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
        expect(cellsIn(copied)).toEqual(lines);
      }),
    );
  });
});

describe('rowsIn()', () => {
  test('goes by the names of the columns where the table has them', () => {
    const { rows, unread } = rowsIn('依据名称\t效力层级\t条款\n行政许可法\t法律\t第三十八条', ROW_SHAPES.POWER_BASES);
    expect(rows).toEqual([
      { rank: 'law', name: '行政许可法', docNo: '', article: '第三十八条', text: '', effectiveVersion: '' },
    ]);
    expect(unread).toEqual([]);
  });

  test('goes by the order of the form where it has none, beginning with the cell that is pasted into', () => {
    const { rows } = rowsIn('行政许可法\t主席令第二十九号', ROW_SHAPES.POWER_BASES, 'name');
    expect(rows).toMatchObject([{ rank: '', name: '行政许可法', docNo: '主席令第二十九号' }]);
  });

  test('reads dates, numbers, limits and marks as people write them', () => {
    expect(rowsIn('变更\t2026年1月5日\t某办〔2026〕1号', ROW_SHAPES.ADJUSTMENTS).rows).toMatchObject([
      { kind: 'changed', on: '2026-01-05', basis: '某办〔2026〕1号' },
    ]);
    expect(rowsIn('专家评审\t20个工作日\t否\n听证\t15日\t是', ROW_SHAPES.SPECIAL_STAGES).rows).toMatchObject([
      { limit: { amount: 20, unit: 'working_days' }, countsTowardsTotal: false },
      { limit: { amount: 15, unit: 'calendar_days' }, countsTowardsTotal: true },
    ]);
    expect(rowsIn('申请表\t申请人\t2份\t纸质\t必要', ROW_SHAPES.GUIDE_MATERIALS).rows).toMatchObject([
      { name: '申请表', copies: 2, form: 'paper', necessity: 'required' },
    ]);
  });

  test('says what it did not understand', () => {
    const { rows, unread } = rowsIn('司法解释\t某解释', ROW_SHAPES.POWER_BASES);
    expect(rows).toMatchObject([{ rank: '', name: '某解释' }]);
    expect(unread).toEqual(['司法解释']);
  });

  test('makes a text of each line, without the marks of a list', () => {
    const copied = '1.\t有固定的场所；\n2.\t有 3.5 米以上的净高；\n\n（三）其他条件。';
    expect(rowsIn(copied, ROW_SHAPES.GUIDE_CONDITIONS).rows).toEqual([
      { text: '有固定的场所；' },
      { text: '有 3.5 米以上的净高；' },
      { text: '其他条件。' },
    ]);
    expect(rowsIn('1.5米以上\n2.5米以下', ROW_SHAPES.GUIDE_CONDITIONS).rows).toEqual([
      { text: '1.5米以上' },
      { text: '2.5米以下' },
    ]);
  });
});

describe('isForRows()', () => {
  const [stage, text] = ROW_SHAPES.POWER_DUTIES.columns;
  test.each([
    { what: 'a word', pasted: '受理', column: stage, is: false },
    { what: 'a line with its end', pasted: '受理\r\n', column: stage, is: false },
    { what: 'lines', pasted: '受理\n审查', column: stage, is: true },
    { what: 'lines in a long text', pasted: '一、\n二、', column: text, is: false },
    { what: 'a table in a long text', pasted: '受理\t内容', column: text, is: true },
  ])('takes $what for rows: $is', ({ pasted, column, is }) => {
    expect(isForRows(pasted, ROW_SHAPES.POWER_DUTIES, column)).toBe(is);
  });
});
