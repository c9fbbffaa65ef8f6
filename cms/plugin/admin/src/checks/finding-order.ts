import type { Finding, Severity } from 'disclosure-contract/checks';

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** What keeps an item from being published first; within a severity, in the order of the checks. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => WEIGHTS[one.severity] - WEIGHTS[other.severity]);
}
