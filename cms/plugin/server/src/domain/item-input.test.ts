import { describe, expect, test } from 'vitest';
import { readItemInput } from './item-input.ts';

const RULES = { type: 'item' as const, keepsOddDocumentNumbers: false, ownOrigin: '', today: '2026-11-20', stored: {} };

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

  test.each([{ docNo: 123 }, { docNo: ['x'] }, { docNo: { toString: 1 } }])(
    'refuses a number of another type: %o',
    ({ docNo }) => {
      expect(readItemInput({ docNo }, RULES).problems).toMatchObject([
        { path: 'docNo', code: 'document_number_invalid' },
      ]);
    },
  );

  test('takes back the odd number that the draft holds, and no other', () => {
    const rules = { ...RULES, stored: { docNo: '建办字第3号（旧）' } };
    expect(readItemInput({ docNo: '建办字第3号（旧）' }, rules).problems).toEqual([]);
    expect(readItemInput({ docNo: '建办字第4号（旧）' }, rules).problems).toHaveLength(1);
  });

  test.each(['writtenOn', 'effectiveOn', 'repealedOn', 'originalDate'])('%s is a day of the republic', (name) => {
    expect(readItemInput({ [name]: '1949-10-01' }, RULES).problems).toEqual([]);
    for (const day of ['1949-09-30', '0001-01-01', '2026-02-30', 20260101, ['2026-01-01'], { toString: 1 }]) {
      expect(readItemInput({ [name]: day }, RULES).problems).toMatchObject([{ path: name, code: 'date_invalid' }]);
    }
    expect(readItemInput({ [name]: '1911-10-10' }, { ...RULES, stored: { [name]: '1911-10-10' } }).problems).toEqual(
      [],
    );
  });

  test('an original day is not later than today, other days may be', () => {
    expect(readItemInput({ originalDate: '2026-11-20', repealedOn: '2030-01-01' }, RULES).problems).toEqual([]);
    expect(readItemInput({ originalDate: '2026-11-21' }, RULES).problems).toMatchObject([
      { code: 'date_invalid', message: '原公开日期 2026-11-21 晚于今天（2026-11-20），请核对。' },
    ]);
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
