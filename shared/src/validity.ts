import type { IsoDate } from './dates.ts';
import type { Validity } from './vocabulary.ts';

export interface ValidityFacts {
  readonly effectiveOn: IsoDate | null;
  readonly repealedOn: IsoDate | null;
  /** What an editor stated, where dates cannot tell: amended, partly invalid, expired. */
  readonly statedValidity: Validity | null;
}

/** 有效性 on a day. A repeal date that has come overrides everything; a statement overrides the start date. */
export function validityOn(facts: ValidityFacts, today: IsoDate): Validity {
  if (facts.repealedOn !== null && facts.repealedOn <= today) return 'repealed';
  if (facts.statedValidity !== null) return facts.statedValidity;
  if (facts.effectiveOn !== null && facts.effectiveOn > today) return 'not_yet';
  return 'valid';
}

/** The next day on which {@link validityOn} may give another answer, or null. */
export function nextValidityChange(facts: ValidityFacts, today: IsoDate): IsoDate | null {
  const ahead = [facts.effectiveOn, facts.repealedOn].filter((day): day is IsoDate => day !== null && day > today);
  return ahead.sort()[0] ?? null;
}
