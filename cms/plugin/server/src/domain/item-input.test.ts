import { describe, expect, test } from 'vitest';
import { readItemInput } from './item-input.ts';

const RULES = { keepsOddDocumentNumbers: false, ownOrigin: '' };

describe('readItemInput()', () => {
  test.each([
    ['建办〔2026〕18号', '建办〔2026〕18号'],
    ['建办[2026]018号', '建办〔2026〕18号'],
    ['建办（26）第18', '建办〔2026〕18号'],
    ['', null],
    [null, null],
  ])('reads the document number %o as %o', (docNo, value) => {
    expect(readItemInput({ docNo }, RULES)).toEqual({ data: { docNo: value }, problems: [] });
  });

  test('refuses a number that is none, saying how one looks', () => {
    expect(readItemInput({ docNo: '十八号' }, RULES).problems).toEqual([
      {
        path: 'docNo',
        code: 'document_number_invalid',
        message: '文号格式不对。请写成“机关代字〔年份〕顺序号号”，例如“亳建办〔2026〕18号”；没有文号就留空。',
      },
    ]);
    expect(readItemInput({ docNo: '十八号' }, { ...RULES, keepsOddDocumentNumbers: true })).toMatchObject({
      data: { docNo: '十八号' },
      problems: [],
    });
  });

  test('touches nothing that was not written', () => {
    expect(readItemInput({ title: ' 题 ' }, RULES)).toEqual({ data: { title: '题' }, problems: [] });
  });

  test('takes lists as lists, and as text of them', () => {
    const { data } = readItemInput(
      { channels: '["website","website"]', keywords: null, legalBases: ['a20_01'] },
      RULES,
    );
    expect(data).toEqual({ channels: ['website'], keywords: [], legalBases: ['a20_01'] });
  });

  test('collects every problem', () => {
    const { problems } = readItemInput(
      { writtenOn: '2023-02-30', slug: 'A', channels: ['toString'], keywords: 'x' },
      RULES,
    );
    expect(problems.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'channels field_invalid',
      'keywords field_invalid',
      'slug address_invalid',
      'writtenOn date_invalid',
    ]);
  });
});
