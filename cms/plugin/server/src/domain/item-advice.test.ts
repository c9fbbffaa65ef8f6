import { describe, expect, test } from 'vitest';
import { elementsInFields, missingElements } from './item-advice.ts';

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

describe('elementsInFields()', () => {
  const required = ['标题', '文件正文', '文号', '成文日期', '有效性'].map((value) => ({ value, required: true }));

  test('what stands in a field of the form need not be named in the text', () => {
    const fields = { title: '通知', body: '请遵照执行。', docNo: '亳建〔2026〕1号', writtenOn: '2026-11-02' };
    expect(missingElements(required, elementsInFields(fields))).toEqual([]);
  });

  test('a field that is empty is no element', () => {
    const fields = { title: '通知', body: '', docNo: null, writtenOn: '2026-11-02', keywords: [] };
    expect(missingElements(required, elementsInFields(fields))).toMatchObject([{ found: '文件正文、文号' }]);
  });
});
