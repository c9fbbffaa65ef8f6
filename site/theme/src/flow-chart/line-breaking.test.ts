import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from './line-breaking.ts';
import { textWidth } from './text-width.ts';

const SIZE = 10;
const broken = (text: string, characters: number) => breakLines(text, characters * SIZE, SIZE);

describe('breakLines()', () => {
  test('leaves what fits on one line', () => {
    expect(broken('受理', 4)).toEqual(['受理']);
    expect(broken('', 4)).toEqual([]);
  });

  test('makes lines about equally long', () => {
    expect(broken('一次性告知补正材料通知', 10)).toEqual(['一次性告知', '补正材料通知']);
  });

  test('begins no line with a mark that closes, and ends none with one that opens', () => {
    expect(broken('审查申请，核对材料', 4)).toEqual(['审查', '申请，', '核对材料']);
    expect(broken('作出书面（行政）决定', 5)).toEqual(['作出书面', '（行政）', '决定']);
  });

  test('ends a line where the sentence pauses', () => {
    expect(broken('组织听证，制作听证笔录', 8)).toEqual(['组织听证，', '制作听证笔录']);
  });

  test('breaks between words rather than within one', () => {
    expect(broken('出示执法证件和检查文书', 8)).toEqual(['出示执法证件', '和检查文书']);
    expect(broken('街道办事处（乡镇人民政府）', 8)).toEqual(['街道办事处', '（乡镇人民政府）']);
    expect(broken('是否为紧急情况当场实施', 8)).toEqual(['是否为紧急情况', '当场实施']);
  });

  test('keeps words and numbers whole while they fit', () => {
    expect(broken('核验BIM编号2026年', 6)).toEqual(['核验BIM', '编号2026年']);
    expect(broken('ABCDEFGH', 3).join('')).toBe('ABCDEFGH');
  });

  const text = fc
    .array(fc.constantFrom(...'受理审查申请材料决定（）“”，。、；《》', '5', '20', 'BIM', 'No.', ' '), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));

  test('loses nothing, and makes no line wider than is given', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 20 }), (whole, characters) => {
        const lines = broken(whole, characters);
        expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
        for (const line of lines) expect(textWidth(line, SIZE)).toBeLessThanOrEqual(characters * SIZE + 1e-6);
      }),
      { numRuns: 1000 },
    );
  });
});
