import { describe, expect, test } from 'vitest';
import { type Catalogue, placementFor } from './catalogue.ts';

const CATALOGUE: Catalogue = {
  leaves: [
    { code: 'rules', name: '规范性文件', responsible: 'law' },
    { code: 'reports', name: '年度报告', responsible: null },
  ],
  organs: [
    { code: 'zjj', name: '某市住房和城乡建设局', kind: 'department', otherNames: ['某市建设委员会'] },
    { code: 'law', name: '法规科', kind: 'section', otherNames: [] },
    { code: 'water', name: '某市供水处', kind: 'subordinate', otherNames: [] },
  ],
};
const NONE = { category: null, publisher: null, responsible: null };

describe('placementFor()', () => {
  test.each([
    [
      'the organ that the document names',
      { category: 'rules' },
      '某市供水处',
      { publisher: 'water', responsible: 'law' },
    ],
    ['an organ by its former name', { category: 'rules' }, '某市建设委员会', { publisher: 'zjj', responsible: 'law' }],
    [
      'the department for an unknown organ',
      { category: 'reports' },
      '国务院',
      { publisher: 'zjj', responsible: 'zjj' },
    ],
    [
      'what the options say',
      { category: 'rules', publisher: 'zjj', responsible: 'water' },
      '某市供水处',
      { publisher: 'zjj', responsible: 'water' },
    ],
  ])('takes %s', (_, options, name, placement) => {
    expect(placementFor(CATALOGUE, { ...NONE, ...options })(name)).toMatchObject(placement);
  });

  test.each([
    [{}, '请用 --category 写明栏目，可用的有：\n  rules  规范性文件\n  reports  年度报告'],
    [{ category: 'x' }, '“x”不是最末一级的栏目，可用的有：\n  rules  规范性文件\n  reports  年度报告'],
    [{ category: 'rules', publisher: 'x' }, '--publisher 的“x”不是机构代码，可用的有：'],
  ])('refuses %o and lists what there is', (options, zh) => {
    expect(() => placementFor(CATALOGUE, { ...NONE, ...options })).toThrow(
      expect.objectContaining({ zh: expect.stringContaining(zh) as string }) as Error,
    );
  });
});
