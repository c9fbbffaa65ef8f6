import { dayInChina, type Label } from 'disclosure-contract';
import { INSPECTION_SEVERITIES, type InspectionCounts, type InspectionSeverity } from 'disclosure-contract/inspection';

const DAY_MS = 24 * 60 * 60 * 1000;

/** 单项否决 0 · 扣分 2 · 提示 1. */
export function countsText(counts: InspectionCounts, label: (label: Label) => string): string {
  return (Object.keys(INSPECTION_SEVERITIES) as InspectionSeverity[])
    .map((severity) => `${label(INSPECTION_SEVERITIES[severity])} ${counts[severity]}`)
    .join(' · ');
}

/** Days from today, in China, after which something breaches: 1 when today is the last on which all is well. */
export function daysUntilBreach(dueOn: string, now: Date): number {
  return Math.round((Date.parse(dueOn) - Date.parse(dayInChina(now.toISOString()))) / DAY_MS) + 1;
}
