import type { ReviewKind } from 'disclosure-contract';

/**
 * The key of a text about a decision: to agree to a publication, to a withdrawal and to one that is done already have
 * different consequences, and are said in different words.
 */
export function decisionKey(
  kind: ReviewKind,
  text: 'agree' | 'return' | 'confirm.agree' | 'confirm.return' | 'sent.return' | 'opinion.hint',
): string {
  return kind === 'publication' ? `decision.${text}` : `decision.${kind}.${text}`;
}
