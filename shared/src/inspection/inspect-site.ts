import type { IsoDate } from '../dates.ts';
import {
  INSPECTION_SEVERITIES,
  MOST_REPORTED_FINDINGS,
  type InspectionFinding,
  type InspectionReport,
  type InspectionSeverity,
} from './finding.ts';
import type { InspectedSite, InspectionTerms } from './inspected-site.ts';
import { inspectColumns } from './inspect-columns.ts';
import { inspectAnnualReports, inspectDates } from './inspect-entries.ts';
import { inspectGuides } from './inspect-guides.ts';
import { inspectLinks, inspectPages } from './inspect-pages.ts';
import { INSPECTION_RULES, type InspectionRule } from './rules.ts';

const WEIGHTS = Object.keys(INSPECTION_SEVERITIES) as InspectionSeverity[];

/**
 * The national inspection (国办秘函〔2019〕19号) of what a site holds, by the rules in force on a day. The heaviest finding
 * comes first, and of one weight what is due first.
 */
export function inspectSite(site: InspectedSite, terms: InspectionTerms): InspectionFinding[] {
  const findings = [
    ...inspectColumns(site, terms),
    ...inspectDates(site.entries, terms.day),
    ...inspectAnnualReports(site.annualReports ?? []),
    ...inspectGuides(site.guides),
    ...inspectPages(site.pages, terms.day),
    ...inspectLinks(site),
  ];
  return once(findings.filter(({ rule }) => isInForce(rule, terms.day))).sort(byWeight);
}

/** What a page says and what the record says may be the same fault. */
function once(findings: readonly InspectionFinding[]): InspectionFinding[] {
  return [
    ...new Map(findings.map((finding) => [`${finding.rule} ${finding.place} ${finding.wrong.zh}`, finding])).values(),
  ];
}

function isInForce(rule: string, day: IsoDate): boolean {
  const known = (INSPECTION_RULES as Readonly<Record<string, InspectionRule>>)[rule];
  return known !== undefined && known.norm.since <= day;
}

/** Without a day: at once, before whatever is still well. */
function byWeight(one: InspectionFinding, other: InspectionFinding): number {
  const weight = WEIGHTS.indexOf(one.severity) - WEIGHTS.indexOf(other.severity);
  return weight || compare(one.dueOn ?? '', other.dueOn ?? '') || compare(one.place, other.place);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

export type InspectionCounts = InspectionReport['counts'];

export function countFindings(findings: readonly InspectionFinding[]): InspectionCounts {
  const counts = { veto: 0, deduction: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** UTF-16 units that the findings of a report may take as JSON: a report is one request. */
const LONGEST_FINDINGS = 200_000;

/** What a node tells of an inspection. */
export function inspectionReport(
  findings: readonly InspectionFinding[],
  made: Pick<InspectionReport, 'day' | 'at'>,
): InspectionReport {
  return { ...made, counts: countFindings(findings), findings: reportable(findings) };
}

/** The heaviest, as many as there is room for. */
function reportable(findings: readonly InspectionFinding[]): InspectionFinding[] {
  let room = LONGEST_FINDINGS;
  const kept = findings.slice(0, MOST_REPORTED_FINDINGS);
  const end = kept.findIndex((finding) => (room -= JSON.stringify(finding).length) < 0);
  return end < 0 ? kept : kept.slice(0, end);
}
