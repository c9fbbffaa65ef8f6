import { confidentialityRecordSchema } from 'disclosure-contract';
import { describe, expect, test } from 'vitest';
import {
  CHECKS,
  decisionOf,
  EMPTY_FORM,
  formProblems,
  recordOf,
  suggestedNotice,
  type Answer,
  type DecisionForm,
  type RecordForm,
} from './decision-form.ts';

const answered = (answer: Answer) => Object.fromEntries(CHECKS.map((check) => [check, answer])) as RecordForm['checks'];
const harmless = { ...EMPTY_FORM.record, checks: answered({ applies: false, note: '' }) };
const formWith = (record: Partial<RecordForm>): DecisionForm => ({
  ...EMPTY_FORM,
  record: { ...harmless, conclusion: 'publish', ...record },
});
const pathsOf = (form: DecisionForm) => formProblems(form, 'agree', true).map(({ path }) => path);

describe('formProblems()', () => {
  test('asks a return for words, and takes a comment at a field for them', () => {
    expect(formProblems(EMPTY_FORM, 'return', false)).toEqual([{ path: 'opinion', problem: 'words_missing' }]);
    expect(formProblems({ ...EMPTY_FORM, comments: { title: '少了年份' } }, 'return', false)).toEqual([]);
    expect(formProblems({ ...EMPTY_FORM, comments: { title: '  ' } }, 'return', false)).toHaveLength(1);
  });

  test('asks nothing of an agreement at a step that keeps no record', () => {
    expect(formProblems(EMPTY_FORM, 'agree', false)).toEqual([]);
  });

  test('asks for an answer to every check and for a conclusion', () => {
    expect(pathsOf(EMPTY_FORM)).toEqual([...CHECKS.map((check) => `checks.${check}`), 'conclusion']);
  });

  test('accepts a record without anything that would keep the version back', () => {
    expect(pathsOf(formWith({}))).toEqual([]);
  });

  test.each<{ what: string; record: Partial<RecordForm>; paths: string[] }>([
    {
      what: 'a check that applies',
      record: { checks: { ...harmless.checks, personal_privacy: { applies: true, note: '' } } },
      paths: ['checks.personal_privacy', 'conclusion'],
    },
    { what: 'no basis', record: { basis: ' ' }, paths: ['basis'] },
    { what: 'withholding', record: { conclusion: 'withhold' }, paths: ['reason', 'ground', 'reviewAgainOn'] },
    { what: 'redaction', record: { conclusion: 'publish_redacted', reason: 'x' }, paths: ['redactions'] },
    {
      what: 'half a redaction',
      record: { conclusion: 'publish_redacted', reason: 'x', redactions: [{ place: '附件1', reason: '' }] },
      paths: ['redactions'],
    },
    { what: 'a referral', record: { conclusion: 'refer', reason: 'x' }, paths: ['referredTo'] },
  ])('puts what $what lacks at its input', ({ record, paths }) => {
    expect(pathsOf(formWith(record))).toEqual(paths);
  });
});

describe('a notice for the public', () => {
  const notice = suggestedNotice('withheld');
  const withheld = {
    conclusion: 'withhold',
    reason: 'x',
    ground: 'process_info',
    reviewAgainOn: '2027-01-01',
  } as const;

  test('needs words of its own, and goes with a decision not to publish only', () => {
    const empty = { ...notice, title: ' ', explanation: '' };
    expect(pathsOf({ ...formWith(withheld), notice: empty })).toEqual(['notice.title', 'notice.explanation']);
    expect(pathsOf({ ...formWith({}), notice: empty })).toEqual([]);
    expect(decisionOf({ ...formWith(withheld), notice }, 'agree', true, 'x').notice).toEqual(notice);
    expect(decisionOf({ ...formWith(withheld), notice }, 'return', true, 'x').notice).toBeNull();
    expect(decisionOf({ ...formWith({}), notice }, 'agree', true, 'x').notice).toBeNull();
  });
});

describe('recordOf()', () => {
  test('is what the contract reads, without what the conclusion does not ask for', () => {
    const { record } = formWith({
      conclusion: 'refer',
      reason: '拿不准',
      referredTo: ' 市国家保密局 ',
      ground: 'process_info',
    });
    const sent = recordOf(record);
    expect(confidentialityRecordSchema.parse(sent)).toEqual(sent);
    expect(sent).toMatchObject({ referredTo: '市国家保密局', ground: null });
  });

  test('leaves out rows that nobody filled in', () => {
    const redactions = [
      { place: '', reason: ' ' },
      { place: '附件1', reason: '身份证号' },
    ];
    expect(recordOf(formWith({ conclusion: 'publish_redacted', redactions }).record)?.redactions).toEqual([
      redactions[1],
    ]);
  });
});

describe('decisionOf()', () => {
  test('names no verdict where the record says it', () => {
    const form = { ...formWith({}), opinion: ' 可以 ' };
    expect(decisionOf(form, 'agree', true, 'h')).toMatchObject({
      opinion: '可以',
      confidentiality: { conclusion: 'publish' },
    });
    expect(decisionOf(form, 'agree', true, 'h')).not.toHaveProperty('verdict');
  });

  test('sends no record with a return', () => {
    expect(decisionOf(formWith({}), 'return', true, 'h')).toMatchObject({ verdict: 'return', confidentiality: null });
  });
});
