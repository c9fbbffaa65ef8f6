import { describe, expect, test } from 'vitest';
import { readCatalogueInput } from './catalogue-input.ts';

describe('readCatalogueInput()', () => {
  test('takes former names whose days are in order, unknown, or one', () => {
    const aliases = [
      { name: '市建委', from: '2010-06-01', until: '2019-02-28' },
      { name: '市房产局', from: null, until: '2010-05-31' },
      { name: '临时机构', from: '2020-01-01', until: '2020-01-01' },
    ];
    expect(readCatalogueInput({ aliases })).toEqual({ data: { aliases }, problems: [] });
  });

  test.each([
    {
      rule: 'whose days are the wrong way round',
      aliases: [{ name: '市建委', from: '2019-02-28', until: '2010-06-01' }],
      message: '曾用名“市建委”的启用日期 2019-02-28 晚于停用日期 2010-06-01，请核对。',
    },
    {
      rule: 'that has no name',
      aliases: [{ name: '', from: null, until: null }],
      message: '每个曾用名都要填名称；日期写成“2010-06-01”的形式，不详的留空。',
    },
  ])('refuses a former name $rule', ({ aliases, message }) => {
    expect(readCatalogueInput({ aliases }).problems).toEqual([{ path: 'aliases', code: 'field_invalid', message }]);
  });
});
