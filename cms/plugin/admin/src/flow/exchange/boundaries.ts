import type { Flow, FlowEdge, FlowNode } from 'disclosure-contract/flow';
import type { FlowIds } from './flow-ids';
import type { ModdleElement } from './moddle';
import type { Notes } from './notes';

export const LONGEST_CONDITION = 100;

/** Where an event at the border of an activity leads when it breaks the activity off. */
export interface BoundaryExit {
  /** Id of the node that the activity became. */
  readonly from: string;
  readonly condition: string;
  readonly targets: readonly string[];
}

type Parts = Pick<Flow, 'nodes' | 'edges'>;
interface Ids {
  readonly nodes: FlowIds;
  readonly edges: FlowIds;
}

/** An activity that may be broken off has one exit more: a decision follows it, with an exit for each event. */
export function withBoundaryExits(parts: Parts, exits: readonly BoundaryExit[], ids: Ids): Parts {
  const byActivity = new Map<string, BoundaryExit[]>();
  for (const exit of exits) byActivity.set(exit.from, [...(byActivity.get(exit.from) ?? []), exit]);
  let whole = parts;
  for (const [from, own] of byActivity) whole = withDecision(whole, from, own, ids);
  return whole;
}

function withDecision({ nodes, edges }: Parts, activity: string, exits: readonly BoundaryExit[], ids: Ids): Parts {
  const fork = ids.nodes.of(`${activity}_result`, 'node');
  const edge = (from: string, to: string, condition: string): FlowEdge => ({
    id: ids.edges.of(`${from}_to_${to}`, 'way'),
    from,
    to,
    condition: condition.slice(0, LONGEST_CONDITION).trim(),
    isReturn: false,
  });
  const moved = edges.map((each) =>
    each.from === activity ? { ...each, from: fork, condition: each.condition || '正常完成' } : each,
  );
  const broken = exits.flatMap(({ condition, targets }) => targets.map((to) => edge(fork, to, condition)));
  const actor = nodes.find(({ id }) => id === activity)?.actor ?? null;
  return { nodes: [...nodes, decision(fork, actor)], edges: [...moved, edge(activity, fork, ''), ...broken] };
}

const decision = (id: string, actor: FlowNode['actor']): FlowNode => ({
  id,
  kind: 'decision',
  title: '结果如何',
  roles: [],
  actor,
  limit: null,
  materials: [],
  outputs: [],
  bases: [],
  rights: [],
  risks: [],
  note: '',
});

export function noteBoundary(event: ModdleElement, isExit: boolean, notes: Notes): void {
  if (isExit)
    notes.add(
      event,
      '边界事件导入为前一步之后的“判断”的一个出口，触发方式没有导入。请检查。',
      'A boundary event was read as an exit of a decision after the step; what triggers it was left out. Look through it.',
    );
  else
    notes.add(
      event,
      '不中断的或者后面没有连线的边界事件没有导入，没有连线通到它后面的节点。请改用“并行开始”或者删除。',
      'A boundary event that does not interrupt or leads nowhere was left out, and nothing leads to what follows it. Use a split, or delete that.',
    );
}
