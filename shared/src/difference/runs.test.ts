import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsBetween, textOfRuns, type Run } from './runs.ts';

const shown = (runs: readonly Run[]) =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
const show = (before: string, after: string) => shown(runsBetween(before, after));

const chinese = fc.string({
  unit: fc.constantFrom(...'关于印发年度住房保障计划的通知，。；１8 2026abGB/T-𠮷\n'),
  maxLength: 400,
});

/** Marks without a letter, halves of pairs, what cannot be printed. */
const strange = fc.string({
  unit: fc.constantFrom(
    '\u0301',
    'e\u0301',
    '😀',
    '\ud800',
    '\udc00',
    '\0',
    '\r\n',
    '\u200d',
    '٣',
    '１',
    'ß',
    '.',
    ' ',
  ),
  maxLength: 60,
});

describe('runsBetween()', () => {
  test('gives back both texts exactly, whatever they are', () => {
    fc.assert(
      fc.property(strange, strange, (a, b) => {
        const runs = runsBetween(a, b);
        expect([textOfRuns(runs, 'before'), textOfRuns(runs, 'after')]).toEqual([a, b]);
      }),
    );
  });

  test('gives back both texts exactly when one is an edited copy of the other, long ones too', () => {
    fc.assert(
      fc.property(fc.array(chinese, { minLength: 1, maxLength: 12 }), fc.nat(11), chinese, (parts, at, other) => {
        const [a, b] = [parts.join('。'), parts.with(Math.min(at, parts.length - 1), other).join('。')];
        const runs = runsBetween(a, b);
        expect([textOfRuns(runs, 'before'), textOfRuns(runs, 'after')]).toEqual([a, b]);
      }),
      { examples: [[Array(12).fill('计划'.repeat(200)), 3, '另一计划']] },
    );
  });

  test('never gives two runs of one kind in a row, nor an empty one', () => {
    fc.assert(
      fc.property(chinese, chinese, (a, b) => {
        const runs = runsBetween(a, b);
        expect(runs.every(({ text }) => text !== '')).toBe(true);
        expect(runs.every(({ kind }, at) => kind !== runs[at + 1]?.kind)).toBe(true);
      }),
    );
  });

  test('has nothing that changed between equal texts', () => {
    fc.assert(fc.property(chinese, (a) => runsBetween(a, a).every(({ kind }) => kind === 'same')));
  });

  test.each([
    {
      before: '全市住房保障计划',
      after: '全市住房发展计划',
      is: '全市住房[-保障-]{+发展+}计划',
      rule: 'marks what changed',
    },
    { before: '共18套', after: '共81套', is: '共[-18-]{+81+}套', rule: 'never splits a number' },
    { before: '1,280.50万元', after: '1,290.50万元', is: '[-1,280.50-]{+1,290.50+}万元', rule: 'nor one with marks' },
    { before: '按GB/T9704执行', after: '按GB/T9705执行', is: '按GB/[-T9704-]{+T9705+}执行', rule: 'nor a code' },
    {
      before: 'the housing plan',
      after: 'the houses plan',
      is: 'the [-housing-]{+houses+} plan',
      rule: 'nor a Latin word',
    },
    {
      before: '由甲和乙负责',
      after: '由丙和丁负责',
      is: '由[-甲和乙-]{+丙和丁+}负责',
      rule: 'takes for one change what a single character parts',
    },
    { before: '通知', after: '通知（试行）', is: '通知{+（试行）+}', rule: 'marks what was put in alone' },
  ])('$rule', ({ before, after, is }) => {
    expect(show(before, after)).toBe(is);
  });
});
