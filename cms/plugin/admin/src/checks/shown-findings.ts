import type { Finding } from 'disclosure-contract/checks';
import type { CheckReport } from '../disclosure-api';
import { bySeverity } from './finding-order';
import type { TextFindings } from './use-text-findings';

type Report = Pick<CheckReport, 'inText' | 'findings'> | undefined;

/**
 * What is shown of what this form and the server found. Both check the text by the same rules, the form what is typed, the
 * server what is stored; nothing is shown twice. `typed` is null where nobody types.
 */
export function shownFindings(typed: TextFindings | null, report: Report): Finding[] {
  return bySeverity([...findingsInText(typed, report), ...(report?.findings ?? [])]);
}

function findingsInText(typed: TextFindings | null, report: Report): readonly Finding[] {
  const stored = report?.inText ?? [];
  if (typed === null || typed.findings === null) return stored;
  if (typed.statistics === 'asked') return typed.findings;
  // Until the form can ask statistics itself, or where it cannot, theirs are those of the stored text.
  return [...typed.findings, ...stored.filter(({ rule }) => rule === 'unusual_wording')];
}

/** What can be said when nothing was found: `unknown` where the server could not be asked, and nothing else is known. */
export type Nothing = 'none' | 'none-in-text' | 'none-so-far' | 'running' | 'unknown';

interface Known {
  readonly typed: TextFindings | null;
  readonly report: Report;
  readonly isStored: boolean;
  /** The server could not be asked. */
  readonly isError: boolean;
}

/** Nothing is called right that was not checked. */
export function nothingFound({ typed, report, isStored, isError }: Known): Nothing {
  const asked = typed === null || typed.findings === null ? null : typed.statistics;
  if (isError) return asked === 'asked' ? 'none-in-text' : asked === 'missing' ? 'none-so-far' : 'unknown';
  if (isStored && report === undefined) return 'running';
  if (typed === null || asked === 'asked') return 'none';
  return asked === 'missing' ? 'none-so-far' : 'running';
}
