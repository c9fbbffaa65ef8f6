import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsDifference, type RowChange } from './rows-difference.ts';

const told = (changes: readonly RowChange[]) =>
  changes.map((change) => {
    const cells = change.kind === 'changed' ? ` ${change.cells.map(({ key }) => key).join()}` : '';
    return `${change.kind} ${change.kind === 'moved' ? `${change.from}→` : ''}${change.position}${cells}`;
  });

const permit = { rank: 'law', name: '中华人民共和国行政许可法', article: '第三十八条' };
const building = { rank: 'law', name: '中华人民共和国建筑法', article: '第七条' };
const measures = { rank: 'rule', name: '建筑工程施工许可管理办法', article: '第三条' };

describe('rowsDifference()', () => {
  test('names what was added, removed, moved and changed, by its position', () => {
    expect(told(rowsDifference([permit], [permit, building]))).toEqual(['added 2']);
    expect(told(rowsDifference([permit, building], [building]))).toEqual(['removed 1']);
    expect(told(rowsDifference([permit, building, measures], [building, measures, permit]))).toEqual(['moved 1→3']);
    expect(told(rowsDifference([permit, building], [permit, { ...building, article: '第八条' }]))).toEqual([
      'changed 2 article',
    ]);
  });

  test('shows what of a text changed, and values as they are', () => {
    const [text] = rowsDifference(['有固定的经营场所'], ['有固定的办公场所']);
    expect(text).toMatchObject({
      kind: 'changed',
      cells: [{ key: 'text', runs: expect.arrayContaining([]) as object }],
    });
    const material = { name: '施工许可申请表', copies: 1 };
    const [number] = rowsDifference([material], [{ ...material, copies: 2 }]);
    expect(number).toMatchObject({ cells: [{ key: 'copies', before: 1, after: 2, runs: null }] });
  });

  test('takes rows for the same whatever the order of their names', () => {
    expect(rowsDifference([{ name: '甲', code: '1' }], [{ code: '1', name: '甲' }])).toEqual([]);
  });

  const row = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.record({ name: fc.constantFrom('甲', '乙'), copies: fc.nat(2) }),
    fc.jsonValue(),
  );
  const list = fc.array(row, { maxLength: 8 });

  test('finds nothing between a list and itself, and never fails', () => {
    fc.assert(fc.property(list, (rows) => rowsDifference(rows, rows).length === 0));
    fc.assert(fc.property(list, list, (before, after) => Array.isArray(rowsDifference(before, after))));
  });

  test('accounts for every row that was added or removed', () => {
    const texts = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = rowsDifference(before, after);
        const count = (kind: RowChange['kind']) => changes.filter((change) => change.kind === kind).length;
        expect(before.length + count('added') - count('removed')).toBe(after.length);
      }),
    );
  });
});
