import { describe, expect, test } from 'vitest';
import { linkedSlugs, missingElements } from './item-advice.ts';

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

describe('linkedSlugs()', () => {
  test('gives the items of this site that a body links to, each once', () => {
    const body =
      '<a href="/items/a/">x</a><a href="/items/a/#b">x</a><a href="https://site.test/items/c/files/d.pdf">x</a>' +
      '<a href="https://else.test/items/e/">x</a><a href="/catalogue/">x</a>';
    expect(linkedSlugs(body, 'https://site.test')).toEqual(['a', 'c']);
  });
});
