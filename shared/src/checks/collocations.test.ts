import { describe, expect, test } from 'vitest';
import { checkCollocations, checkMisspellings } from './collocations.ts';
import { COLLOCATIONS } from './data/collocations.ts';
import { MISSPELLINGS } from './data/misspellings.ts';
import { ORGAN_NAMES, PROTECTED_NAMES } from './data/protected-names.ts';
import type { Finding } from './finding.ts';

const text = (written: string) => ({ place: 'body', part: null, text: written });
const said = (findings: readonly Finding[]) => findings.map(({ rule, found, suggestion }) => [rule, found, suggestion]);

describe('checkCollocations() finds', () => {
  test.each([
    ['中华人民共合国成立', 'protected_name', '中华人民共合国', '中华人民共和国'],
    ['中华人民大和国成立', 'protected_name', '中华人民大和国', '中华人民共和国'],
    ['中华人民和国成立', 'protected_name', '中华人民和国', '中华人民共和国'],
    ['市住房和城乡健设局', 'protected_name', '住房和城乡健设局', '住房和城乡建设局'],
    ['编制政府信息公开年渡报告', 'collocation', '政府信息公开年渡报告', '政府信息公开年度报告'],
    ['完善保密审察制度', 'collocation', '保密审察', '保密审查'],
    ['住宅专项维修资今', 'collocation', '住宅专项维修资今', '住宅专项维修资金'],
    ['作出行政处罚绝定', 'collocation', null, null],
  ])('%s', (written, rule, found, suggestion) => {
    const findings = said(checkCollocations(text(written)));
    if (found === null) expect(findings).toEqual([]);
    else expect(findings).toContainEqual([rule, found, suggestion]);
  });

  test('nothing in phrases as they are, nor in words beside them', () => {
    for (const { entries } of [...COLLOCATIONS, ...PROTECTED_NAMES, ...ORGAN_NAMES]) {
      for (const phrase of entries) expect(said(checkCollocations(text(phrase)))).toEqual([]);
    }
    for (const right of [
      '各级人民政府',
      '住房城乡建设厅',
      '城市管理部门',
      '公式如下',
      '村民代表大会',
      '重点建设项目',
      '公租房租赁补贴发放',
    ]) {
      expect(said(checkCollocations(text(right)))).toEqual([]);
    }
  });
});

describe('checkMisspellings()', () => {
  test('leaves the right words of its lists alone', () => {
    for (const { pairs } of MISSPELLINGS) {
      for (const [, right] of pairs) expect(said(checkMisspellings(text(right)))).toEqual([]);
    }
  });

  test('knows 监理 as the supervision of building works', () => {
    for (const right of ['工程监理制度', '监理单位管理制度', '监理工程师责任制度', '推行建设工程监理制度']) {
      expect(said(checkMisspellings(text(right)))).toEqual([]);
    }
  });
});

test('every list of rules has an owner, a day and a reason', () => {
  for (const { owner, since, reason } of [...COLLOCATIONS, ...PROTECTED_NAMES, ...ORGAN_NAMES, ...MISSPELLINGS]) {
    expect([owner, since, reason].every((part) => part !== '')).toBe(true);
    expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});
