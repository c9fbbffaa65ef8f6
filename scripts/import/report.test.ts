import { describe, expect, test } from 'vitest';
import { displayWidth, formatReport, reportJson } from './report.ts';
import type { ReportRow } from './import-run.ts';

const ROWS: ReportRow[] = [
  { outcome: 'imported', file: 'docs/年报.txt', title: '2012年年报', notes: ['发布时间为 00:00，真实时间未知'] },
  { outcome: 'unchanged', file: 'docs/a.md', title: '办法', notes: [] },
  { outcome: 'refused', file: 'docs/x.pdf', reason: '文件是空的' },
];

const IMPORT = { isDryRun: false, missing: [] };

describe('formatReport()', () => {
  test('aligns columns by what a terminal shows', () => {
    expect(formatReport(ROWS, IMPORT)).toMatchInlineSnapshot(`
      "结果  文件           标题        说明
      导入  docs/年报.txt  2012年年报  发布时间为 00:00，真实时间未知
      未变  docs/a.md      办法
      拒绝  docs/x.pdf                 文件是空的

      共 3 个文件：导入 1，更新 0，未变 1，拒绝 1"
    `);
  });

  test('says that a dry run wrote nothing', () => {
    expect(formatReport([], { isDryRun: true, missing: [] })).toMatch(/仅检查，未写入。共 0 个文件/);
  });

  test('says last what an import would need besides', () => {
    const report = formatReport(ROWS, { isDryRun: true, missing: ['--category 栏目代码'] });
    expect(report).toMatch(/\n正式导入还需要 --category 栏目代码$/);
  });

  test('lets no control character reach the terminal', () => {
    const row: ReportRow = { outcome: 'refused', file: 'a\u001b[2Jb.txt', reason: '空\u001b[31m' };
    // eslint-disable-next-line no-control-regex
    expect(formatReport([row], IMPORT)).not.toMatch(/\u001b/);
  });
});

test('displayWidth() counts wide characters twice and combining ones not at all', () => {
  expect(['abc', '年报', '（）', 'é', '𠀀'].map(displayWidth)).toEqual([3, 4, 4, 1, 2]);
});

test('reportJson() holds counts and rows', () => {
  expect(JSON.parse(reportJson(ROWS, { isDryRun: true, missing: ['--category 栏目代码'] }))).toEqual({
    dryRun: true,
    missing: ['--category 栏目代码'],
    counts: { imported: 1, updated: 0, unchanged: 1, refused: 1 },
    files: ROWS,
  });
});
