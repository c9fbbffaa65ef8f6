import type { Label } from '../vocabulary.ts';
import { graphOf, type FlowGraph } from './graph.ts';
import { LIMIT_UNITS, nodeName, type Flow, type FlowNode, type LimitUnit, type TimeLimit } from './model.ts';
import { problemAtNode, problemOfFlow, type FlowProblem, type FlowProblemCode } from './problem.ts';

/** 承诺时限 and 法定时限 of a power. Null: there is none. */
export interface FlowLimits {
  readonly promised: TimeLimit | null;
  readonly statutory: TimeLimit | null;
}

/**
 * How many days off fall at most into a stretch of calendar days: two in each week begun, and besides them those that the
 * yearly notices of the State Council gave on other days of the week, in each 30 days begun and in each year begun. A year
 * that begins after one Spring Festival may hold the next one whole: 25 days off in the year from 2024-02-06. That weekends
 * are worked in return is not counted.
 */
export const MOST_DAYS_OFF = {
  effectiveOn: '2025-01-01',
  source: '全国年节及纪念日放假办法（国务院令第795号）；国务院办公厅关于2020年至2026年部分节假日安排的通知',
  aWeek: 2,
  besidesIn30Days: 7,
  besidesInAYear: 25,
} as const;

/**
 * Longest way ≤ promised ≤ statutory. How many working days are in calendar days depends on when a case begins, so they are
 * never added up as if they were one. Each limit is taken at its fewest and at its most days in the unit of what it is held
 * against. What is over even at its fewest is an error, what may be over at its most a warning, and what fits at its most is
 * right. The most of a way is that of its limits added up, each with holidays of its own: more than comes about, never less.
 * Branches run at once, so the longest counts; what a return repeats is not counted.
 */
export function limitProblems(graph: FlowGraph, { promised, statutory }: FlowLimits): FlowProblem[] {
  const overStatutory = statutory === null ? [] : wayAgainst(graph, statutory, STATUTORY);
  if (promised === null) return overStatutory;
  return [
    ...wayAgainst(graph, promised, PROMISED),
    // What is unclear between the way and the law is said of the way and the promise, or of the promise and the law.
    ...overStatutory.filter(({ code }) => code === STATUTORY.code),
    ...(statutory === null ? [] : promiseAgainst(promised, statutory)),
  ];
}

interface Bound {
  readonly code: FlowProblemCode;
  readonly name: Label;
}
const PROMISED: Bound = { code: 'path_over_promised', name: { zh: '承诺时限', en: 'promised limit' } };
const STATUTORY: Bound = { code: 'path_over_statutory', name: { zh: '法定时限', en: 'statutory limit' } };

/** The fewest days of a unit that a limit comes to, whenever it begins. */
export function fewestDays({ amount, unit }: TimeLimit, as: LimitUnit): number {
  if (unit === as || as === 'calendar_days') return amount;
  const { aWeek, besidesIn30Days, besidesInAYear } = MOST_DAYS_OFF;
  const besides = Math.min(besidesIn30Days * Math.ceil(amount / 30), besidesInAYear * Math.ceil(amount / 365));
  const off = aWeek * Math.ceil(amount / 7) + besides;
  return Math.max(0, amount - off);
}

/** The most days of a unit that a limit comes to, whenever it begins. */
export function mostDays({ amount, unit }: TimeLimit, as: LimitUnit): number {
  if (unit === as || as === 'working_days') return amount;
  let days = amount;
  while (fewestDays({ amount: days, unit: 'calendar_days' }, 'working_days') < amount) days += 1;
  return days;
}

function wayAgainst(graph: FlowGraph, limit: TimeLimit, { code, name }: Bound): FlowProblem[] {
  const shortest = longestWay(graph, (own) => fewestDays(own, limit.unit));
  const place = shortest.longestStep;
  if (shortest.days > limit.amount && place !== null) {
    const needed = { amount: shortest.days, unit: limit.unit };
    return [
      problemAtNode(code, place, {
        zh: `最长的一条路线（${stepsOf(shortest, 'zh')}）至少要 ${written(needed).zh}，超过${name.zh} ${written(limit).zh}。请缩短其中的时限，把依法不计入的标为不计入，或者更正${name.zh}。`,
        en: `The longest way (${stepsOf(shortest, 'en')}) takes ${written(needed).en} at least, more than the ${name.en} of ${written(limit).en}. Shorten limits on it, mark what the law leaves out, or correct the ${name.en}.`,
      }),
    ];
  }
  const longest = longestWay(graph, (own) => mostDays(own, limit.unit));
  if (longest.days <= limit.amount || longest.longestStep === null) return [];
  return [
    problemAtNode('limits_unclear', longest.longestStep, {
      zh: `路线（${stepsOf(longest, 'zh')}）的工作日和自然日混用，遇到节假日可能超过${name.zh} ${written(limit).zh}。请把各步的时限改为与${name.zh}相同的单位。`,
      en: `The way (${stepsOf(longest, 'en')}) mixes working and calendar days, and may exceed the ${name.en} of ${written(limit).en} when there are holidays. Give its limits in the unit of the ${name.en}.`,
    }),
  ];
}

function promiseAgainst(promised: TimeLimit, statutory: TimeLimit): FlowProblem[] {
  const both = {
    zh: `承诺时限 ${written(promised).zh}，法定时限 ${written(statutory).zh}`,
    en: `The promised limit is ${written(promised).en}, the statutory one ${written(statutory).en}`,
  };
  if (fewestDays(promised, statutory.unit) > statutory.amount)
    return [
      problemOfFlow('promised_over_statutory', {
        zh: `${both.zh}：承诺不得超过法定。请缩短承诺时限，或者更正法定时限。`,
        en: `${both.en}: a promise must not exceed the law. Shorten the promised limit, or correct the statutory one.`,
      }),
    ];
  if (mostDays(promised, statutory.unit) <= statutory.amount) return [];
  return [
    problemOfFlow('limits_unclear', {
      zh: `${both.zh}：单位不同，遇到节假日承诺可能超过法定。请用与法定时限相同的单位承诺。`,
      en: `${both.en}: the units differ, and the promise may exceed the law when there are holidays. Promise in the unit of the statutory limit.`,
    }),
  ];
}

/** How many days of a unit the longest way of a flow takes: at the fewest and at the most that its limits come to. */
export function longestTotal(flow: Flow, unit: LimitUnit): { readonly fewest: number; readonly most: number } {
  const graph = graphOf(flow);
  return {
    fewest: longestWay(graph, (limit) => fewestDays(limit, unit)).days,
    most: longestWay(graph, (limit) => mostDays(limit, unit)).days,
  };
}

interface Way {
  readonly days: number;
  /** What takes time on it, in order. */
  readonly steps: readonly FlowNode[];
  /** Where shortening helps most; null where nothing takes time. */
  readonly longestStep: FlowNode | null;
}

/** The way from the start that takes the most days, each node as long as its limit counts. */
function longestWay({ order, onwardEntries, reached }: FlowGraph, daysOf: (limit: TimeLimit) => number): Way {
  const before = new Map<string, string | null>();
  const total = new Map<string, number>();
  const own = new Map<string, number>();
  let last: string | null = null;
  for (const { id, limit } of order) {
    if (!reached.has(id)) continue;
    const from = (onwardEntries.get(id) ?? []).map((edge) => edge.from).filter((each) => total.has(each));
    const longest = from.reduce<string | null>((best, each) => (daysAt(each) > daysAt(best) ? each : best), null);
    before.set(id, longest);
    own.set(id, limit?.countsTowardsTotal ? daysOf(limit) : 0);
    total.set(id, daysAt(longest) + (own.get(id) ?? 0));
    if (daysAt(id) > daysAt(last)) last = id;
  }
  const nodes = new Map(order.map((node) => [node.id, node]));
  const steps: FlowNode[] = [];
  for (let id = last; id !== null; id = before.get(id) ?? null) {
    const node = nodes.get(id);
    if (node?.limit?.countsTowardsTotal) steps.unshift(node);
  }
  const longestStep = steps.reduce<FlowNode | null>((best, node) => (ownOf(node) > ownOf(best) ? node : best), null);
  return { days: daysAt(last), steps, longestStep };

  function daysAt(id: string | null): number {
    return id === null ? 0 : (total.get(id) ?? 0);
  }
  function ownOf(node: FlowNode | null): number {
    return node === null ? -1 : (own.get(node.id) ?? 0);
  }
}

/** The longest list of steps that a message spells out. */
const MOST_STEPS_NAMED = 8;

function stepsOf({ steps }: Way, language: keyof Label): string {
  const named = steps
    .slice(0, MOST_STEPS_NAMED)
    .flatMap((node) => (node.limit === null ? [] : `${nodeName(node)[language]} ${written(node.limit)[language]}`));
  if (steps.length > MOST_STEPS_NAMED) named.push(language === 'zh' ? '等' : 'and others');
  return named.join(language === 'zh' ? '、' : ', ');
}

function written({ amount, unit }: TimeLimit): Label {
  const { zh, en } = LIMIT_UNITS[unit];
  return { zh: `${amount} ${zh}`, en: `${amount} ${en}` };
}
