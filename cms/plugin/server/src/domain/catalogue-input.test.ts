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

  test('takes marked words and marked channels, each value once and with its first mark', () => {
    const contentElements = [
      { value: ' 名称 ', required: true },
      { value: '名称', required: false },
      { value: '', required: true },
      { value: '正文', required: false },
    ];
    const channels = JSON.stringify([{ value: 'website', required: false }]);
    expect(readCatalogueInput({ contentElements, channels })).toEqual({
      data: {
        contentElements: [
          { value: '名称', required: true },
          { value: '正文', required: false },
        ],
        channels: [{ value: 'website', required: false }],
      },
      problems: [],
    });
  });

  test.each([
    {
      rule: 'entries without a mark',
      written: { contentElements: ['名称'] },
      message: '每一项都要写明内容，并标明必须公开还是可选公开。请逐项核对。',
    },
    {
      rule: 'a channel that there is not',
      written: { channels: [{ value: 'telepathy', required: true }] },
      message: '这里只能选择列表中的选项，请重新选择。',
    },
    {
      rule: 'an entry that is too long',
      written: { contentElements: [{ value: '长'.repeat(101), required: true }] },
      message: '每个词语最多 100 个字，请缩短“长长长长长长长长长长……”。',
    },
    { rule: 'no level', written: { levels: [] }, message: '请至少选择一项。' },
    { rule: 'no target audience', written: { targetAudiences: null }, message: '请至少选择一项。' },
  ])('refuses $rule', ({ written, message }) => {
    const [path] = Object.keys(written);
    expect(readCatalogueInput(written).problems).toEqual([{ path, code: 'field_invalid', message }]);
  });

  const SPECIFIC = { targetAudiences: ['specific'], targetGroup: '征收范围内的被征收人' };

  test.each([
    { rule: 'both together', written: SPECIFIC, stored: {}, group: SPECIFIC.targetGroup },
    { rule: 'another group', written: { targetGroup: '承租人' }, stored: SPECIFIC, group: '承租人' },
    {
      rule: 'everyone beside a group',
      written: { targetAudiences: ['everyone', 'specific'] },
      stored: SPECIFIC,
      group: SPECIFIC.targetGroup,
    },
    {
      rule: 'everyone in place of a group',
      written: { targetAudiences: ['everyone'], targetGroup: '' },
      stored: SPECIFIC,
      group: null,
    },
  ])('takes $rule', ({ written, stored, group }) => {
    const { data, problems } = readCatalogueInput(written, stored);
    expect([data['targetGroup'], problems]).toEqual([group, []]);
  });

  const UNNAMED = '公开对象选了“特定群体”，请写明是哪些人，例如“征收范围内的被征收人”。';
  const UNCHOSEN = '公开对象没有选“特定群体”，这里应当留空；只向一部分人公开的，请先选“特定群体”。';

  test.each([
    {
      rule: 'a specific group that nobody names',
      written: { targetAudiences: ['specific'] },
      stored: {},
      message: UNNAMED,
    },
    { rule: 'a group without its name', written: { targetGroup: ' ' }, stored: SPECIFIC, message: UNNAMED },
    { rule: 'a group of everyone', written: { targetGroup: '承租人' }, stored: {}, message: UNCHOSEN },
    {
      rule: 'a group that stays behind',
      written: { targetAudiences: ['everyone'] },
      stored: SPECIFIC,
      message: UNCHOSEN,
    },
  ])('refuses $rule', ({ written, stored, message }) => {
    expect(readCatalogueInput(written, stored).problems).toEqual([
      { path: 'targetGroup', code: 'field_invalid', message },
    ]);
  });
});
