import { inspectionReportSchema, type InspectionFinding, type InspectionReport } from 'disclosure-contract/inspection';
import { oneLine } from './plain-text.ts';

/** What the page of nodes says of an inspection at a glance. */
export interface InspectionSummary extends Pick<InspectionReport, 'day' | 'at' | 'counts'> {
  /** What breaches next, of what is still well; null where nothing does soon. */
  readonly nextDueOn: string | null;
}

/** A report as it is kept: titles are quoted in it, and none may turn the text around. */
export function keptInspection(report: InspectionReport): InspectionReport {
  return { ...report, findings: report.findings.map(keptFinding) };
}

function keptFinding(finding: InspectionFinding): InspectionFinding {
  const { place, wrong, remedy } = finding;
  const sentence = ({ zh, en }: InspectionFinding['wrong']) => ({ zh: oneLine(zh), en: oneLine(en) });
  return { ...finding, place: oneLine(place), wrong: sentence(wrong), remedy: sentence(remedy) };
}

/** What was kept; null where nothing was, or where it is of a shape that is not known any more. */
export function inspectionIn(kept: unknown): InspectionReport | null {
  return inspectionReportSchema.safeParse(kept).data ?? null;
}

export function summaryOf(report: InspectionReport | null): InspectionSummary | null {
  if (report === null) return null;
  const { day, at, counts, findings } = report;
  const ahead = findings.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= day ? [dueOn] : [])).sort();
  return { day, at, counts, nextDueOn: ahead[0] ?? null };
}
