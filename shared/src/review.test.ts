import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterVerdict,
  asksForRecord,
  capacityFor,
  chainProblems,
  changedFields,
  confidentialityRecordSchema,
  CONFIDENTIALITY_CHECKS,
  recordProblems,
  refusalOfDecision,
  type Reviewer,
  type ReviewFacts,
  type ReviewStep,
  standsInOn,
  verdictOf,
} from './review.ts';

const step = (name: string, kind: ReviewStep['kind'], role: string, ownSection = false): ReviewStep => ({
  name,
  kind,
  role,
  ownSection,
  days: null,
});
const STEPS = [
  step('科室负责人', 'check', 'section-head', true),
  step('保密审查', 'confidentiality', 'reviewer'),
  step('主要领导', 'approval', 'head'),
];
const review = (changes: Partial<ReviewFacts> = {}): ReviewFacts => ({
  state: 'open',
  steps: STEPS,
  step: 0,
  sections: ['office', 'bureau'],
  authors: ['author'],
  decided: [],
  ...changes,
});
const person = (id: string, roles: readonly string[], sections: readonly string[] = ['office']): Reviewer => ({
  id,
  roles,
  sections,
});

describe('a chain', () => {
  test('needs a confidentiality review, and ends with an approval', () => {
    expect(chainProblems(STEPS)).toEqual([]);
    expect(chainProblems([])).toEqual(['chain_empty']);
    expect(chainProblems(STEPS.slice(0, 1))).toEqual(['confidentiality_missing', 'approval_missing']);
    expect(chainProblems([...STEPS].reverse())).toEqual(['approval_missing']);
    expect(chainProblems([STEPS[1]!, { ...STEPS[2]!, name: '保密审查' }])).toEqual(['names_repeated']);
  });
});

describe('who may decide', () => {
  test.each([
    { who: person('a', ['section-head']), refusal: null },
    { who: person('a', ['head']), refusal: 'not_your_step' },
    { who: person('a', ['section-head'], ['planning']), refusal: 'not_your_step' },
    { who: person('a', ['section-head'], []), refusal: 'not_your_step' },
    { who: person('author', ['section-head']), refusal: 'own_work' },
  ])('$who.id with $who.roles in $who.sections: $refusal', ({ who, refusal }) => {
    expect(refusalOfDecision(who, review())).toBe(refusal);
  });

  test('nobody decides two steps of one review', () => {
    const both = person('a', ['section-head', 'reviewer']);
    expect(refusalOfDecision(both, review({ step: 1, decided: ['a'] }))).toBe('decided_before');
  });

  test('nobody decides what is closed', () => {
    expect(refusalOfDecision(person('a', ['head']), review({ state: 'approved', step: 2 }))).toBe('review_closed');
  });

  test('a stand-in decides for whom they stand in, unless either of them wrote or decided', () => {
    const standIn = person('s', ['officer'], []);
    const absent = person('h', ['section-head']);
    expect(capacityFor(standIn, [absent], review())).toEqual({ as: absent, refusal: null });
    for (const changes of [{ authors: ['s'] }, { authors: ['h'] }, { decided: ['s'] }, { decided: ['h'] }]) {
      expect(capacityFor(standIn, [absent], review(changes))).toEqual({ as: null, refusal: 'not_your_step' });
    }
    expect(capacityFor(standIn, [], review()).refusal).toBe('not_your_step');
  });

  test('a stand-in holds on the first day and on the last', () => {
    const week = { from: '2026-11-02', to: '2026-11-06' };
    expect(['2026-11-01', '2026-11-02', '2026-11-06', '2026-11-07'].map((day) => standsInOn(week, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('whoever is let in has the role and wrote nothing', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const roles = fc.subarray(['section-head', 'reviewer', 'head']);
    const people = fc.record({ id: ids, roles, sections: fc.subarray(['office', 'planning']) });
    fc.assert(
      fc.property(
        people,
        fc.array(people, { maxLength: 3 }),
        fc.subarray(['a', 'b']),
        fc.subarray(['c', 'd']),
        fc.nat(3),
        (who, represented, authors, decided, at) => {
          const facts = review({ step: at, authors, decided });
          const { as } = capacityFor(who, represented, facts);
          if (as === null) return;
          expect(as.roles).toContain(facts.steps[at]?.role);
          for (const id of [who.id, as.id]) expect([...authors, ...decided]).not.toContain(id);
        },
      ),
    );
  });
});

describe('a verdict', () => {
  test('moves on, ends or stays', () => {
    expect(afterVerdict(review(), 'agree')).toEqual({ state: 'open', step: 1 });
    expect(afterVerdict(review({ step: 2 }), 'agree')).toEqual({ state: 'approved', step: 2 });
    expect(afterVerdict(review({ step: 1 }), 'return')).toEqual({ state: 'returned', step: 1 });
    expect(afterVerdict(review({ step: 1 }), 'refer')).toEqual({ state: 'open', step: 1 });
    expect(afterVerdict(review({ step: 1 }), verdictOf('withhold'))).toEqual({ state: 'withheld', step: 1 });
    expect(verdictOf('publish_redacted')).toBe('agree');
  });
});

describe('a record of a confidentiality review', () => {
  test.each([
    ['publication', 'confidentiality', true],
    ['publication', 'approval', false],
    ['withdrawal', 'confidentiality', false],
    ['ratification', 'confidentiality', false],
  ] as const)('of a %s at the step "%s" is asked for: %s', (kind, step, asked) => {
    expect(asksForRecord(kind, step)).toBe(asked);
  });

  const answered = Object.fromEntries(Object.keys(CONFIDENTIALITY_CHECKS).map((name) => [name, { applies: false }]));
  const record = (changes: object) =>
    confidentialityRecordSchema.parse({
      carrier: 'document',
      checks: answered,
      conclusion: 'publish',
      basis: '条例第十七条',
      ...changes,
    });

  test('answers every check', () => {
    const { state_secret: _, ...rest } = answered;
    expect(
      confidentialityRecordSchema.safeParse({ carrier: 'other', checks: rest, conclusion: 'publish' }).success,
    ).toBe(false);
  });

  test.each([
    [{}, []],
    [{ basis: ' ' }, ['basis_missing']],
    [{ checks: { ...answered, personal_privacy: { applies: true } } }, ['note_missing', 'check_contradicts']],
    [{ conclusion: 'publish_redacted' }, ['reason_missing', 'redactions_missing']],
    [{ conclusion: 'withhold', reason: '过程稿' }, ['ground_missing', 'review_date_missing']],
    [{ conclusion: 'on_request', reason: '仅涉及特定人', ground: 'third_party', reviewAgainOn: '2027-11-01' }, []],
    [{ conclusion: 'refer', reason: '无法确定' }, ['referral_missing']],
  ])('%o: %o', (changes, problems) => {
    expect(recordProblems(record(changes))).toEqual(problems);
  });
});

test('two versions differ in what is new, gone or other', () => {
  expect(changedFields({ title: '1', body: '2', docNo: '3' }, { title: '1', body: '9', source: '4' })).toEqual([
    'body',
    'docNo',
    'source',
  ]);
});
