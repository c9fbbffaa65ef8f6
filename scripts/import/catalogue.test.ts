import { describe, expect, test } from 'vitest';
import { type Catalogue, missingOptions, placementFor, type PlacementOptions } from './catalogue.ts';

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
const CHECK = { kind: 'check', missing: [] } as const;
const NONE: PlacementOptions = {
  category: null,
  publisher: null,
  responsible: null,
  subject: 'urban_rural_environment',
  destination: { kind: 'drafts' },
};

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
    [
      'the publisher is another',
      { publisher: 'zjj' },
      '某市供水处',
      ['文中的制发机关“某市供水处”与所用的发布机构“某市住房和城乡建设局”不同'],
    ],
    ['no organ has that name', {}, '国务院', ['文中的制发机关“国务院”与所用的发布机构“某市住房和城乡建设局”不同']],
    ['the publisher is the one named', {}, '某市供水处', []],
    ['it is named by a former name', { publisher: 'zjj' }, '某市建设委员会', []],
    ['the document names none', { publisher: 'water' }, null, []],
  ])('notes an organ that is named and not used: %s', (_, options, name, notes) => {
    expect(placementFor(CATALOGUE, { ...NONE, category: 'rules', ...options })(name).notes).toEqual(notes);
  });

  test('a dry run goes without a category, and not with a wrong one', () => {
    expect(placementFor(CATALOGUE, { ...NONE, destination: CHECK })('某市供水处')).toMatchObject({
      publisher: 'water',
    });
    expect(() => placementFor(CATALOGUE, { ...NONE, destination: CHECK, category: 'x' })).toThrow('"x" is no category');
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

describe('missingOptions()', () => {
  test('names the category with those to choose from', () => {
    expect(missingOptions(CATALOGUE, NONE)).toEqual([
      '--category 栏目代码；不写时，导入过的文件都算作更新。可用的有：\n  rules  规范性文件\n  reports  年度报告',
    ]);
    expect(missingOptions(CATALOGUE, { ...NONE, category: 'rules' })).toEqual([]);
  });

  test('names the CMS where there is none', () => {
    expect(missingOptions(null, NONE)).toEqual(['后台：先运行一次 npm run demo', '--category 栏目代码']);
  });
});
