import { publicHistoryOf, type Item, type PublicStep, type WithdrawalReason } from 'disclosure-contract';

/** Steps that a version carries at most; the first one always stays. */
const MOST_STEPS = 100;

/** What happened after a version, to those who could read it. */
export interface Since {
  readonly at: string;
  /** Null where it only stopped being for them, of which nothing is said. */
  readonly withdrawal: WithdrawalReason | null;
}

/** The newest version that the readers of the next one could read. */
export interface FormerVersion {
  readonly item: Pick<Item, 'history' | 'firstPublishedAt' | 'publishedAt' | 'revisionNote'>;
  readonly contentHash: string | null;
  /** Oldest first. */
  readonly since: readonly Since[];
}

export interface NextVersion {
  readonly at: string;
  /** Null where nobody has computed it: then it counts as changed. */
  readonly contentHash: string | null;
  readonly note: string | null;
}

/**
 * 公开历史 as the next version carries it. A version that says the same again is no step. What was noted before a withdrawal
 * may be why it was withdrawn, and is left out.
 */
export function publicHistory(former: FormerVersion | null, next: NextVersion): PublicStep[] {
  const { at, note } = next;
  if (former === null) return [{ kind: 'published', at, reason: null, note: null }];

  const { since } = former;
  const withdrawals = since.flatMap(({ at, withdrawal: reason }): PublicStep[] =>
    reason === null ? [] : [{ kind: 'withdrawn', at, reason, note: null }],
  );
  const before = publicHistoryOf(former.item).map((step) => (withdrawals.length > 0 ? { ...step, note: null } : step));
  if (since.length === 0 && next.contentHash !== null && next.contentHash === former.contentHash) return [...before];
  const kind = since.length > 0 ? 'republished' : 'revised';
  return bounded([...before, ...withdrawals, { kind, at, reason: null, note }]);
}

function bounded(steps: PublicStep[]): PublicStep[] {
  return steps.length <= MOST_STEPS ? steps : [...steps.slice(0, 1), ...steps.slice(1 - MOST_STEPS)];
}
