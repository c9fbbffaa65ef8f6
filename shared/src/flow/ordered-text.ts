import type { Label } from '../vocabulary.ts';
import { graphOf, type FlowGraph } from './graph.ts';
import { nodeName, type Flow, type FlowEdge, type FlowNode } from './model.ts';

/** One entry of a flow that is read from top to bottom. */
export interface OrderedStep {
  /** From 1 on, in the order of the entries. */
  readonly number: number;
  readonly node: FlowNode;
  readonly name: Label;
  /** Of a join: the entries that are all done before it. */
  readonly waitsFor: readonly number[];
  readonly exits: readonly OrderedExit[];
}

/** Where an entry leads. */
export interface OrderedExit {
  readonly edgeId: string;
  /** Number of the entry that it leads to. */
  readonly to: number;
  /** One of several of which one is taken, one of several that are all taken, the only one, or back to a former entry. */
  readonly kind: 'choice' | 'branch' | 'next' | 'return';
  readonly condition: string;
  /** All of it as a sentence: 若材料不齐 → 第 4 步. */
  readonly sentence: Label;
}

/**
 * A flow as numbered entries, which say the same as its drawing. Each node comes after all that lead to it; where ways part,
 * the longest one comes first, and of equal ones that which was entered first. Every branch names the entry that it leads
 * to, wherever that stands. Edges with an end that is not there are left out.
 */
export function orderedText(flow: Flow): OrderedStep[] {
  const graph = graphOf(flow);
  const numbers = new Map(graph.order.map(({ id }, at) => [id, at + 1]));
  return graph.order.map((node, at) => ({
    number: at + 1,
    node,
    name: nodeName(node),
    waitsFor: node.kind === 'join' ? waitsFor(node, graph, numbers) : [],
    exits: (graph.exits.get(node.id) ?? []).flatMap((edge) => exitOf(edge, node, graph, numbers)),
  }));
}

type Numbers = ReadonlyMap<string, number>;

function waitsFor({ id }: FlowNode, { onwardEntries }: FlowGraph, numbers: Numbers): number[] {
  const before = (onwardEntries.get(id) ?? []).map(({ from }) => numbers.get(from) ?? 0);
  return [...new Set(before)].sort((a, b) => a - b);
}

function exitOf(edge: FlowEdge, node: FlowNode, { unmarkedReturns }: FlowGraph, numbers: Numbers): OrderedExit[] {
  const to = numbers.get(edge.to);
  if (to === undefined) return [];
  const { id: edgeId, condition } = edge;
  const kind = edge.isReturn || unmarkedReturns.has(edge) ? 'return' : exitKind(node);
  return [{ edgeId, to, kind, condition, sentence: sentenceOf(kind, condition, to) }];
}

function exitKind({ kind }: FlowNode): OrderedExit['kind'] {
  if (kind === 'decision') return 'choice';
  return kind === 'split' ? 'branch' : 'next';
}

function sentenceOf(kind: OrderedExit['kind'], condition: string, to: number): Label {
  const target =
    kind === 'return' ? { zh: `退回第 ${to} 步`, en: `back to step ${to}` } : { zh: `第 ${to} 步`, en: `step ${to}` };
  const when = leadIn(kind, condition);
  return { zh: `${when.zh}→ ${target.zh}`, en: `${when.en}→ ${target.en}` };
}

/** How writers begin a condition themselves; 若干 begins none. */
const IF = /^(?:若(?!干)|如果)/;

function leadIn(kind: OrderedExit['kind'], condition: string): Label {
  const when = condition.replace(IF, '');
  if (when !== '') return { zh: `若${when} `, en: `If ${when} ` };
  return kind === 'branch' ? { zh: '同时 ', en: 'At the same time ' } : { zh: '', en: '' };
}
