import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './body-blocks.ts';
import { bodyDifference, type BlockDifference } from './body-difference.ts';
import { textOfRuns } from './runs.ts';

const told = (before: string, after: string) =>
  bodyDifference(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, block, runs }) => [
      kind,
      block.kind,
      runs.map((cell) =>
        cell.map((run) => `${{ same: '=', removed: '-', added: '+' }[run.kind]}${run.text}`).join(' '),
      ),
    ]);

describe('blocksOf()', () => {
  test('cuts a body into what a reader sees as its parts', () => {
    const html =
      '<h2>一、总则</h2><p>第一段<strong>重点</strong><br>换行 &amp; 其他</p><ul><li><p>甲</p><ol><li>乙</li></ol></li></ul>' +
      '<table><caption>表一</caption><tbody><tr><th>名称</th><td><p>一期</p><p>二期</p></td></tr></tbody></table>' +
      '<p><a href="https://a.example">链接</a></p><hr><figure><img src="/uploads/a.png" alt="示意图"></figure>';
    expect(blocksOf(html).map(({ kind, level, texts }) => [kind, level, ...texts])).toEqual([
      ['heading', 2, '一、总则'],
      ['paragraph', 0, '第一段重点\n换行 & 其他'],
      ['entry', 1, '甲'],
      ['entry', 2, '乙'],
      ['caption', 0, '表一'],
      ['row', 0, '名称', '一期\n二期'],
      ['paragraph', 0, '链接'],
      ['rule', 0, ''],
      ['image', 0, '示意图'],
    ]);
  });

  test('loses no text, whatever the markup', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<li>',
      '</ul>',
      '<tr>',
      '<td>',
      '</td>',
      '<h2>',
      '</h2>',
      '<br>',
      '<ul>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.constantFrom('甲', '乙', '丙'))), (tokens) => {
        const text = blocksOf(tokens.join(''))
          .flatMap(({ texts }) => texts)
          .join('');
        expect(text.replaceAll(/\s/g, '')).toBe(tokens.filter((token) => !token.startsWith('<')).join(''));
      }),
    );
  });
});

describe('bodyDifference()', () => {
  test('says inside a changed paragraph what changed, and leaves the others', () => {
    expect(told('<p>不变</p><p>共18套，十月完成。</p>', '<p>不变</p><p>共81套，十月完成。</p>')).toEqual([
      ['changed', 'paragraph', ['=共 -18 +81 =套，十月完成。']],
    ]);
  });

  test('tells a paragraph that was put in from one that was changed', () => {
    expect(
      told(
        '<p>第一段说计划。</p><p>第二段说资金。</p>',
        '<p>第一段说计划。</p><p>完全另外的新内容在此</p><p>第二段说资金！</p>',
      ),
    ).toEqual([
      ['added', 'paragraph', ['+完全另外的新内容在此']],
      ['changed', 'paragraph', ['=第二段说资金 -。 +！']],
    ]);
  });

  test('compares rows of a table cell by cell', () => {
    const row = (cells: string) => `<table><tbody><tr>${cells}</tr></tbody></table>`;
    expect(told(row('<td>谯城区</td><td>120</td>'), row('<td>谯城区</td><td>130</td>'))).toEqual([
      ['changed', 'row', ['=谯城区', '-120 +130']],
    ]);
  });

  test('tells of a link that leads elsewhere, and of words that only look different', () => {
    const [link] = bodyDifference(
      '<p><a href="https://a.example">见此</a></p>',
      '<p><a href="https://b.example">见此</a></p>',
    );
    expect(link?.addresses).toEqual({ before: ['https://a.example'], after: ['https://b.example'] });
    const [bold] = bodyDifference('<p>重点</p>', '<p><strong>重点</strong></p>');
    expect(bold).toMatchObject({ kind: 'changed', isFormOnly: true, addresses: null });
  });

  test('is all the same for equal bodies, and gives back the texts of both for others', () => {
    const paragraph = fc
      .tuple(
        fc.constantFrom('p', 'h2', 'li', 'td'),
        fc.string({ unit: fc.constantFrom(...'关于住房12的，。'), maxLength: 30 }),
      )
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`);
    const body = fc.array(paragraph, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, body, (before, after) => {
        expect(bodyDifference(before, before).every(({ kind }) => kind === 'same')).toBe(true);
        const difference = bodyDifference(before, after);
        expect(texts(difference, 'before')).toBe(
          blocksOf(before)
            .flatMap((block) => block.texts)
            .join(''),
        );
        expect(texts(difference, 'after')).toBe(
          blocksOf(after)
            .flatMap((block) => block.texts)
            .join(''),
        );
      }),
    );
  });
});

function texts(difference: readonly BlockDifference[], version: 'before' | 'after'): string {
  const others = version === 'before' ? 'added' : 'removed';
  return difference
    .filter(({ kind }) => kind !== others)
    .flatMap(({ runs }) => runs.map((cell) => textOfRuns(cell, version)))
    .join('');
}
