import { expect, test } from 'vitest';
import { isAnnualReportTitle } from './category-purpose.ts';

test.each([
  '亳州市住房和城乡建设局2025年政府信息公开工作年度报告',
  '市住建局2019年政府信息公开年度报告',
  '2013年度政务公开工作报告',
  '《2021 年政府信息公开年报》',
  '2024年政府信息公开工作年度报告（含统计表）',
])('%s is an annual report', (title) => {
  expect(isAnnualReportTitle(title)).toBe(true);
});

test.each([
  '2013年政务公开工作要点',
  '2024年政府信息公开工作计划',
  '关于编制2025年政府信息公开工作年度报告的通知',
  '2025年政府信息公开工作年度报告解读',
  '政府信息公开工作年度报告',
  '2025年部门决算',
  '',
])('%s is none', (title) => {
  expect(isAnnualReportTitle(title)).toBe(false);
});
