import { expect, test } from 'vitest';
import type { InspectionReport } from 'disclosure-contract/inspection';
import { inspectionIn, keptInspection, summaryOf } from './inspection-of-node.ts';

const finding = (dueOn: string | null): InspectionReport['findings'][number] => ({
  rule: 'column_due',
  severity: 'notice',
  place: '/catalogue/a/',
  wrong: { zh: '栏目“甲\u202e乙”\n快超期', en: 'late' },
  remedy: { zh: '更新', en: 'update' },
  dueOn,
});
const report: InspectionReport = {
  day: '2026-11-28',
  at: '2026-11-28T00:00:00.000Z',
  counts: { veto: 0, deduction: 0, notice: 3 },
  findings: [finding('2026-11-01'), finding('2026-12-09'), finding('2026-12-03'), finding(null)],
};

test('what is kept cannot turn the text around', () => {
  expect(keptInspection(report).findings[0]?.wrong.zh).toBe('栏目“甲乙” 快超期');
});

test('a summary says what breaches next, and not what did', () => {
  expect(summaryOf(report)).toMatchObject({ day: '2026-11-28', counts: { notice: 3 }, nextDueOn: '2026-12-03' });
  expect(summaryOf({ ...report, findings: [finding(null)] })?.nextDueOn).toBeNull();
});

test.each([null, undefined, {}, 'x', { ...report, day: '28.11.2026' }])('%j is no inspection', (kept) => {
  expect(inspectionIn(kept)).toBeNull();
  expect(summaryOf(inspectionIn(kept))).toBeNull();
});
