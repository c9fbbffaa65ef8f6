import type { IsoDate } from '../dates.ts';
import type { StepRole } from './model.ts';
import type { PowerKind } from './power-kinds.ts';

/** What a law demands of the procedure of one kind of power. */
export interface StepRules {
  readonly source: string;
  readonly effectiveOn: IsoDate;
  /** A node of one of these roles is there; with `leadingTo`, one from which a way leads on to that role. */
  readonly present: readonly {
    readonly anyOf: readonly StepRole[];
    readonly leadingTo?: StepRole;
    readonly article: string;
  }[];
  /** No way comes to a node of role `step` that has not passed one of role `first`. */
  readonly before: readonly { readonly first: StepRole; readonly step: StepRole; readonly article: string }[];
  /** Every node of this role tells of reconsideration and litigation. */
  readonly remedies: readonly { readonly at: StepRole; readonly article: string }[];
}

/** Roles of the steps that rules demand: what a flow can declare exempt. */
export function demandedRoles({ present, before }: StepRules): Set<StepRole> {
  return new Set([...present.flatMap(({ anyOf }) => anyOf), ...before.map(({ first }) => first)]);
}

/**
 * Steps that national law demands, by kind of power. The other kinds have no procedure that one national law lays down for
 * all of them.
 */
export const STEP_RULES: Readonly<Partial<Record<PowerKind, StepRules>>> = {
  license: {
    source: '行政许可法（2019年修正）',
    effectiveOn: '2019-04-23',
    present: [
      { anyOf: ['acceptance'], article: '第三十二条' },
      { anyOf: ['rejection'], article: '第三十二条' },
      { anyOf: ['correction'], article: '第三十二条' },
      { anyOf: ['decision'], article: '第三十八条' },
      { anyOf: ['refusal'], article: '第三十八条' },
    ],
    before: [
      { first: 'acceptance', step: 'decision', article: '第三十二条' },
      { first: 'acceptance', step: 'refusal', article: '第三十二条' },
    ],
    remedies: [{ at: 'refusal', article: '第三十八条' }],
  },
  penalty: {
    source: '行政处罚法（2021年修订）',
    effectiveOn: '2021-07-15',
    present: [
      { anyOf: ['notice'], article: '第四十四条' },
      { anyOf: ['defence', 'hearing'], leadingTo: 'decision', article: '第四十五条、第六十三条' },
      { anyOf: ['decision'], article: '第五十一条、第五十七条' },
      { anyOf: ['service'], article: '第五十二条、第六十一条' },
    ],
    before: [
      { first: 'notice', step: 'decision', article: '第四十四条' },
      { first: 'notice', step: 'hearing', article: '第六十三条' },
    ],
    remedies: [{ at: 'decision', article: '第五十二条、第五十九条' }],
  },
  coercion: {
    source: '行政强制法',
    effectiveOn: '2012-01-01',
    present: [
      { anyOf: ['notice'], article: '第十八条、第三十五条' },
      { anyOf: ['defence'], article: '第十八条、第三十六条' },
      { anyOf: ['decision'], article: '第二十四条、第三十一条、第三十七条' },
    ],
    before: [],
    remedies: [{ at: 'decision', article: '第二十四条、第三十一条、第三十七条' }],
  },
};
