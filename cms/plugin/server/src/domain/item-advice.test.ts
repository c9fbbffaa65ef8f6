import { describe, expect, test } from 'vitest';
import { missingElements } from './item-advice.ts';

describe('missingElements()', () => {
  const elements = [
    { value: '申请条件、办理程序及期限', required: true },
    { value: '审批结果', required: true },
    { value: '咨询方式', required: false },
  ];

  test('names what is required and stands nowhere; a part of an entry is enough', () => {
    expect(missingElements(elements, '办理程序如下')).toMatchObject([
      { severity: 'warning', place: 'body', found: '审批结果' },
    ]);
  });

  test('finds nothing where all is named', () => {
    expect(missingElements(elements, '申请条件……审批结果')).toEqual([]);
  });
});
