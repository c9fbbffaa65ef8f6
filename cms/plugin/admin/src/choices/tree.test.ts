import { describe, expect, test } from 'vitest';
import { choicesOf, type TreeRow } from './tree.ts';

function row(id: number, name: string, parent: number | null, order = 0): TreeRow {
  return { id, documentId: `d${id}`, name, order, parent: parent === null ? null : { documentId: `d${parent}` } };
}

describe('choicesOf()', () => {
  test('names each row by its way, in the order of the tree, and says what has nothing below it', () => {
    const choices = choicesOf([
      row(4, '计划', 2),
      row(3, '指南', null, 1),
      row(2, '规划', 1, 2),
      row(5, '机构', 1, 1),
      row(1, '法定主动公开', null, 2),
    ]);
    expect(choices.map(({ path, isLeaf }) => (isLeaf ? path : `${path} …`))).toEqual([
      '指南',
      '法定主动公开 …',
      '法定主动公开 / 机构',
      '法定主动公开 / 规划 …',
      '法定主动公开 / 规划 / 计划',
    ]);
  });

  test('does not say a parent that the name begins with', () => {
    const choices = choicesOf([row(1, '住建局', null), row(2, '住建局办公室', 1), row(3, '文印室', 2)]);
    expect(choices.map(({ path }) => path)).toEqual(['住建局', '住建局办公室', '住建局办公室 / 文印室']);
  });

  test('keeps what lies in a circle or below something unknown', () => {
    const choices = choicesOf([row(1, '甲', 2), row(2, '乙', 1), row(3, '丙', 9)]);
    expect(choices.map(({ name }) => name)).toEqual(['丙', '甲', '乙']);
  });
});
