import { expect, test } from 'vitest';
import type { ReviewFacts, ReviewKind, ReviewState } from './review.ts';
import { REVIEW_KINDS, REVIEW_STATES, refusalOfDecision } from './review.ts';
import { asLookedAtAgain, secondLookProblems, secondLookSchema } from './withholding.ts';

const TODAY = '2026-11-28';
const notice = { title: '说明', explanation: '依法不予公开。', showsReviewDate: false };

test.each([
  { said: { outcome: 'keep', reason: '没有变化', reviewAgainOn: '2026-11-29' }, problems: [] },
  { said: { outcome: 'keep', reason: '没有变化', reviewAgainOn: TODAY }, problems: ['review_date_past'] },
  { said: { outcome: 'keep', reason: ' ' }, problems: ['reason_missing', 'review_date_missing'] },
  { said: { outcome: 'reopen', reason: '已经解密' }, problems: [] },
  { said: { outcome: 'reopen', reason: '' }, problems: ['reason_missing'] },
  {
    said: { outcome: 'keep', reason: 'x', reviewAgainOn: '2027-01-01', notice: { ...notice, title: ' ' } },
    problems: ['notice_title_missing'],
  },
  {
    said: { outcome: 'keep', reason: 'x', reviewAgainOn: '2027-01-01', notice: { ...notice, explanation: '' } },
    problems: ['notice_explanation_missing'],
  },
])('a second look that says $said lacks $problems', ({ said, problems }) => {
  expect(secondLookProblems(secondLookSchema.parse(said), TODAY)).toEqual(problems);
});

const facts: ReviewFacts = {
  state: 'withheld',
  steps: [{ name: '保密审查', kind: 'confidentiality', role: 'reviewer', ownSection: false, days: null }],
  step: 0,
  sections: [],
  authors: ['author'],
  decided: [],
};
const reviewer = (id: string) => ({ id, roles: ['reviewer'], sections: [] });

test('only a decision not to publish that stands is looked at again', () => {
  const open = (Object.keys(REVIEW_KINDS) as ReviewKind[]).flatMap((kind) =>
    (Object.keys(REVIEW_STATES) as ReviewState[])
      .filter((state) => refusalOfDecision(reviewer('r'), asLookedAtAgain({ ...facts, kind, state })) === null)
      .map((state) => `${kind} ${state}`),
  );
  expect(open).toEqual(['publication withheld']);
});

test('whoever answers for the step looks again, and nobody at what they wrote', () => {
  const review = asLookedAtAgain({ ...facts, kind: 'publication' as const });
  expect(refusalOfDecision(reviewer('author'), review)).toBe('own_work');
  expect(refusalOfDecision({ ...reviewer('r'), roles: ['office'] }, review)).toBe('not_your_step');
});
