import { describe, expect, test } from 'vitest';
import { withNumbers } from './table-numbers.ts';

const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`;
const td = (content: string) => `<td>${content}</td>`;
const th = (content: string) => `<th scope="col">${content}</th>`;

describe('withNumbers()', () => {
  const numbers = [
    '0',
    '12',
    '0.80',
    '1,234.5',
    '12，345',
    '-3',
    '−3.5',
    '+2',
    '98.6%',
    ' 12 ',
    '<p>12</p>',
    '<b>7</b>',
  ];
  test.each([...numbers, '<strong>7</strong>&nbsp;'])('marks the number "%s"', (number) => {
    expect(withNumbers(row(td('面积'), td(number)))).toBe(row(td('面积'), `<td class="number">${number}</td>`));
  });

  const others = ['', '—', '2026-03-04', '007', '1-2', '12 平方米', '0558-5550000', '341600198001010011', '1,23'];
  test.each([...others, '<p>1</p><p>2</p>'])('knows that "%s" is none', (text) => {
    expect(withNumbers(row(td(text)))).toBe(row(td(text)));
  });

  test('marks a cell that spans others as well', () => {
    expect(withNumbers(row('<td colspan="2">12</td>'))).toBe(row('<td class="number" colspan="2">12</td>'));
  });

  test('leaves a number where the editor placed it', () => {
    const placed = row('<td class="align-center">12</td>', '<td><p class="align-left">12</p></td>');
    expect(withNumbers(placed)).toBe(placed);
  });

  test('marks the head of a column of nothing but numbers, blanks and dashes', () => {
    const body = [row(td('甲'), td('1'), td('—')), row(td('2'), td(''), td('3.5')), row(td('丙'), td('4'), td('5'))];
    expect(withNumbers(row(th('项目'), th('面积'), th('租金')) + body.join(''))).toContain(
      row(th('项目'), '<th class="number" scope="col">面积</th>', '<th class="number" scope="col">租金</th>'),
    );
  });

  test('are no figures where most of their column is text', () => {
    const table = [row(th('项目'), th('内容')), row(td('地址'), td('芍花路8号')), row(td('邮编'), td('236800'))];
    expect(withNumbers([...table, row(td('传真'), td('有'))].join(''))).not.toContain('number');
  });

  test('have their heads marked above a note that spans the table', () => {
    const table = [row(th('材料'), th('价格')), row(td('碎石'), td('118')), row('<td colspan="2">注：含税。</td>')];
    expect(withNumbers(table.join(''))).toContain('<th class="number" scope="col">价格</th>');
  });

  test('leaves heads alone where cells span columns', () => {
    const head = row(th('项目'), '<th colspan="2">租金</th>');
    expect(withNumbers(head + row(td('甲'), td('1'), td('2')))).toContain(head);
  });
});
