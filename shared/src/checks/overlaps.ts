import { type Finding, SEVERITIES } from './finding.ts';

/** What knows more about a place comes first: what people wrote down before what is computed. */
const ORDER = ['local_word', 'misspelling', 'law_title', 'protected_name', 'collocation'];

/**
 * Of findings that overlap in one text the weightier one, and of two of the same weight the one that knows more; in the order
 * of the text.
 */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort(byWeight)) {
    if (!kept.some((other) => overlaps(finding, other))) kept.push(finding);
  }
  return kept.sort((one, other) => one.at - other.at || compareText(one.rule, other.rule));
}

function byWeight(one: Finding, other: Finding): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    rankOf(one) - rankOf(other) ||
    one.found.length - other.found.length ||
    one.at - other.at ||
    compareText(one.rule, other.rule) ||
    compareText(one.suggestion ?? '', other.suggestion ?? '')
  );
}

function rankOf({ rule }: Finding): number {
  const rank = ORDER.indexOf(rule);
  return rank < 0 ? ORDER.length : rank;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function overlaps(one: Finding, other: Finding): boolean {
  return one.at < other.at + other.found.length && other.at < one.at + one.found.length;
}
