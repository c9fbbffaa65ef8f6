import { codesOf, type Vocabulary } from './vocabulary.ts';

/** 栏目用途: what the national norms fix of a category (国办公开办函〔2019〕61号), beyond what is filed in it. */
export const CATEGORY_PURPOSES = {
  guide: { zh: '政府信息公开指南', en: 'Guide to the disclosure of information' },
  annual_reports: { zh: '政府信息公开年报（只收年度报告）', en: 'Annual reports on disclosure, and nothing else' },
} as const satisfies Vocabulary;

export const categoryPurposeSchema = codesOf(CATEGORY_PURPOSES);
export type CategoryPurpose = keyof typeof CATEGORY_PURPOSES;

/** 2025年政府信息公开工作年度报告, 2013年度政务公开工作报告, and how they are shortened. */
const ANNUAL_REPORT =
  /(?:政府信息|政务|信息)公开(?:工作)?(?:年度(?:工作)?报告|年报)|(?:19|20)\d\d年度(?:政府信息|政务|信息)公开(?:工作)?报告/;

const YEAR = /(?:19|20)\d\d(?:年|—|-)?/;

/** Drafts, plans and notices that speak of the report are not the report. */
const ABOUT_ONE = /(?:通知|方案|计划|要点|通报|解读|说明)(?:[（(][^）)]*[）)])?$/;

/** Whether a title is that of an annual report on disclosure (Regulation, art. 49 and 50). */
export function isAnnualReportTitle(title: string): boolean {
  const plain = title.replace(/[\s《》“”"]/g, '');
  return YEAR.test(plain) && ANNUAL_REPORT.test(plain) && !ABOUT_ONE.test(plain);
}
