import { describe, expect, test } from 'vitest';
import { DAYS_OFF } from '../../../tests/support/days-off.ts';
import { sampleFlow } from '../../../tests/support/sample-flow.ts';
import { checkFlow } from './check-flow.ts';
import type { FlowNode, TimeLimit } from './model.ts';
import { fewestDays, MOST_DAYS_OFF, mostDays } from './time-limits.ts';

const working = (amount: number): TimeLimit => ({ amount, unit: 'working_days' });
const calendar = (amount: number): TimeLimit => ({ amount, unit: 'calendar_days' });
const taking = (limit: TimeLimit, countsTowardsTotal = true): Partial<FlowNode> & { kind: 'step' } => ({
  kind: 'step',
  limit: { ...limit, countsTowardsTotal },
});
const line = { s: 'start', a: 'step', b: 'step', e: 'end' } as const;
const fork = { s: 'start', p: 'split', a: 'step', b: 'step', j: 'join', e: 'end' } as const;
const forked = ['s>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>e'];

describe('time limits', () => {
  const flowOf = (a: TimeLimit, b: TimeLimit | null = null) =>
    sampleFlow({ ...line, a: taking(a), ...(b && { b: taking(b) }) }, ['s>a', 'a>b', 'b>e']);
  const codes = (flow: ReturnType<typeof sampleFlow>, promised: TimeLimit | null, statutory: TimeLimit | null = null) =>
    checkFlow(flow, { kind: null, promised, statutory }).map(({ code }) => code);

  test.each([
    { what: 'as long as promised', a: working(5), b: working(5), promised: working(10), expected: [] },
    {
      what: 'a day longer than promised',
      a: working(5),
      b: working(6),
      promised: working(10),
      expected: ['path_over_promised'],
    },
    {
      what: 'calendar days that are fewer, whatever the calendar',
      a: working(5),
      b: calendar(5),
      promised: working(10),
      expected: [],
    },
    {
      what: 'calendar days that may be too many',
      a: working(5),
      b: calendar(7),
      promised: working(10),
      expected: ['limits_unclear'],
    },
    {
      what: 'calendar days that are too many, whatever the holidays',
      a: calendar(90),
      b: null,
      promised: working(20),
      expected: ['path_over_promised'],
    },
    {
      what: 'working days within as many calendar days',
      a: working(5),
      b: null,
      promised: calendar(5),
      expected: ['limits_unclear'],
    },
    {
      what: 'working days within so many more calendar days that holidays fit in',
      a: working(5),
      b: null,
      promised: calendar(18),
      expected: [],
    },
    {
      what: 'working days over fewer calendar days',
      a: working(11),
      b: null,
      promised: calendar(10),
      expected: ['path_over_promised'],
    },
  ])('$what', ({ a, b, promised, expected }) => {
    expect(codes(flowOf(a, b), promised)).toEqual(expected);
  });

  test('are held against the law as well', () => {
    expect(codes(flowOf(working(25)), null, working(20))).toEqual(['path_over_statutory']);
    expect(codes(flowOf(working(5)), working(25), working(20))).toEqual(['promised_over_statutory']);
    expect(codes(flowOf(working(5)), calendar(20), working(20))).toEqual([]);
    expect(codes(flowOf(working(5)), calendar(25), working(20))).toEqual(['limits_unclear']);
    expect(codes(flowOf(working(15)), calendar(20), calendar(20))).toEqual(['limits_unclear']);
    expect(codes(flowOf(working(25)), working(10), working(20))).toEqual(['path_over_promised', 'path_over_statutory']);
  });

  test('do not count where the law leaves the time out', () => {
    const flow = sampleFlow({ ...line, a: taking(working(30), false) }, ['s>a', 'a>b', 'b>e']);
    expect(codes(flow, working(10))).toEqual([]);
  });

  test('of branches count once, the longest of them', () => {
    const flow = sampleFlow({ ...fork, a: taking(working(10)), b: taking(working(3)) }, forked);
    expect(codes(flow, working(10))).toEqual([]);
    expect(codes(flow, working(9))).toEqual(['path_over_promised']);
  });

  test('name the longest way, and the step where shortening helps most', () => {
    const [problem] = checkFlow(flowOf(working(3), working(15)), {
      kind: null,
      promised: working(10),
      statutory: null,
    });
    expect(problem?.nodeId).toBe('b');
    expect(problem?.message).toMatchInlineSnapshot(`
      {
        "en": "The longest way (节点a 3 working days, 节点b 15 working days) takes 18 working days at least, more than the promised limit of 10 working days. Shorten limits on it, mark what the law leaves out, or correct the promised limit.",
        "zh": "最长的一条路线（节点a 3 个工作日、节点b 15 个工作日）至少要 18 个工作日，超过承诺时限 10 个工作日。请缩短其中的时限，把依法不计入的标为不计入，或者更正承诺时限。",
      }
    `);
  });
});

describe('fewestDays() and mostDays()', () => {
  /** Received on the first day, due on the last: the arrangement of 2025, with the moved weekend days worked. */
  test.each([
    { from: '2025-01-20', days: 7, to: '2025-02-05' },
    { from: '2025-01-20', days: 15, to: '2025-02-14' },
    { from: '2025-01-20', days: 20, to: '2025-02-21' },
    { from: '2025-01-20', days: 40, to: '2025-03-21' },
    { from: '2025-09-15', days: 20, to: '2025-10-17' },
    { from: '2025-04-10', days: 20, to: '2025-05-12' },
  ])('hold for $days working days from $from on', ({ from, days, to }) => {
    const taken = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    expect(mostDays(working(days), 'calendar_days')).toBeGreaterThanOrEqual(taken);
    expect(fewestDays(working(days), 'calendar_days')).toBeLessThanOrEqual(taken);
    expect(fewestDays(calendar(taken), 'working_days')).toBeLessThanOrEqual(days);
    expect(mostDays(calendar(taken), 'working_days')).toBeGreaterThanOrEqual(days);
  });

  test('agree with each other for every limit that can be written', () => {
    for (let amount = 1; amount <= 1000; amount += 1) {
      const most = mostDays(working(amount), 'calendar_days');
      expect(fewestDays(calendar(most), 'working_days')).toBeGreaterThanOrEqual(amount);
      expect(fewestDays(calendar(amount), 'working_days')).toBeLessThanOrEqual(amount);
    }
  });

  test('hold for every stretch of the years for which days off are known, even if no weekend is worked', () => {
    const DAY_MS = 86_400_000;
    const [first, last] = [Date.parse('2020-01-01'), Date.parse('2026-12-31')];
    const off = new Set(
      DAYS_OFF.flatMap(([from, days]) => Array.from({ length: days }, (_, at) => Date.parse(from) + at * DAY_MS)),
    );
    const days = Array.from({ length: (last - first) / DAY_MS + 1 }, (_, at) => first + at * DAY_MS);
    const isWeekend = (day: number) => [0, 6].includes(new Date(day).getUTCDay());
    const sums = (counts: (day: number) => boolean) =>
      days.reduce<number[]>((all, day) => [...all, (all.at(-1) ?? 0) + Number(counts(day))], [0]);
    const most = (length: number, upTo: readonly number[]) =>
      Math.max(...upTo.slice(length).map((sum, at) => sum - (upTo[at] ?? 0)));
    const besides = sums((day) => off.has(day) && !isWeekend(day));
    expect(most(30, besides)).toBe(MOST_DAYS_OFF.besidesIn30Days);
    expect(most(365, besides)).toBe(MOST_DAYS_OFF.besidesInAYear);
    const allOff = sums((day) => off.has(day) || isWeekend(day));
    for (let length = 1; length <= 1000; length += 1)
      expect(fewestDays(calendar(length), 'working_days')).toBeLessThanOrEqual(length - most(length, allOff));
  });
});
