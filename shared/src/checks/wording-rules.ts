import type { Finding } from './finding.ts';

/**
 * Rules about words and form. What was published elsewhere, a law with its misprint, is taken over as it stands, and these do
 * not keep it back; everything else does: personal data, injected advertising, what a department forbids itself.
 */
const WORDING_RULES: ReadonlySet<string> = new Set([
  'collocation',
  'impossible_date',
  'kind_mismatch',
  'law_title',
  'misspelling',
  'protected_name',
]);

/** Whether a finding is about how something is written, and not about whether it may be public. */
export function isAboutWording({ rule }: Finding): boolean {
  return WORDING_RULES.has(rule);
}
