import type { Label } from 'disclosure-contract';
import {
  NODE_KINDS,
  nodeName,
  type Flow,
  type FlowEdge,
  type FlowNode,
  type FlowScope,
} from 'disclosure-contract/flow';

/** A flow as it is kept: with its name, 普通程序 or 简易程序. */
interface Named {
  readonly name: string;
  readonly flow: Flow;
}

/** A part of a node that people write. */
export type NodePart = Exclude<keyof FlowNode, 'id' | 'title'>;

export type FlowChange =
  | { readonly kind: 'scope'; readonly before: FlowScope; readonly after: FlowScope }
  | { readonly kind: 'node_added' | 'node_removed'; readonly node: Label; readonly what: Label }
  | { readonly kind: 'node_renamed'; readonly before: Label; readonly node: Label; readonly what: Label }
  | { readonly kind: 'node_changed'; readonly node: Label; readonly what: Label; readonly parts: readonly NodePart[] }
  | { readonly kind: 'edge_added' | 'edge_removed' | 'edge_changed'; readonly from: Label; readonly to: Label };

export interface FlowDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly name: string;
  /** What it was called before, where that is something else. */
  readonly formerName: string | null;
  readonly changes: readonly FlowChange[];
}

/** How the flows of a power became others. Flows go by their names, and those of other names by their places. */
export function flowChanges(before: readonly unknown[], after: readonly unknown[]): FlowDifference[] {
  const [former, latter] = [before.filter(isNamed), after.filter(isNamed)];
  const partners = partnersOf(former, latter);
  const kept = new Set(partners.values());
  const removed = former.filter((flow) => !kept.has(flow));
  return [
    ...latter.flatMap((flow): FlowDifference[] => {
      const partner = partners.get(flow);
      if (partner === undefined) return [{ kind: 'added', name: flow.name, formerName: null, changes: [] }];
      if (isSame(partner, flow)) return [];
      const formerName = partner.name === flow.name ? null : partner.name;
      return [{ kind: 'changed', name: flow.name, formerName, changes: changesBetween(partner.flow, flow.flow) }];
    }),
    ...removed.map(({ name }): FlowDifference => ({ kind: 'removed', name, formerName: null, changes: [] })),
  ];
}

function isNamed(value: unknown): value is Named {
  const { name, flow } = (value ?? {}) as Partial<Named>;
  return typeof name === 'string' && Array.isArray(flow?.nodes) && Array.isArray(flow.edges);
}

function partnersOf(former: readonly Named[], latter: readonly Named[]): Map<Named, Named> {
  const free = new Set(former);
  const partners = new Map<Named, Named>();
  const pair = (flow: Named, partner: Named | undefined) => {
    if (partner === undefined || partners.has(flow) || !free.delete(partner)) return;
    partners.set(flow, partner);
  };
  for (const flow of latter)
    pair(
      flow,
      [...free].find(({ name }) => name === flow.name),
    );
  for (const [at, flow] of latter.entries()) pair(flow, former[at]);
  return partners;
}

function changesBetween(before: Flow, after: Flow): FlowChange[] {
  const scope: FlowChange[] =
    before.scope === after.scope ? [] : [{ kind: 'scope', before: before.scope, after: after.scope }];
  return [...scope, ...nodeChanges(before, after), ...edgeChanges(before, after)];
}

function nodeChanges(before: Flow, after: Flow): FlowChange[] {
  const [former, latter] = [byId(before.nodes), byId(after.nodes)];
  const of = (node: FlowNode) => ({ node: nodeName(node), what: NODE_KINDS[node.kind] });
  return [
    ...after.nodes.flatMap((node): FlowChange[] => {
      const was = former.get(node.id);
      if (was === undefined) return [{ kind: 'node_added', ...of(node) }];
      const parts = PARTS.filter((part) => !isSame(was[part], node[part]));
      return [
        ...(was.title === node.title ? [] : [{ kind: 'node_renamed' as const, before: nodeName(was), ...of(node) }]),
        ...(parts.length === 0 ? [] : [{ kind: 'node_changed' as const, parts, ...of(node) }]),
      ];
    }),
    ...before.nodes.flatMap((node): FlowChange[] =>
      latter.has(node.id) ? [] : [{ kind: 'node_removed', ...of(node) }],
    ),
  ];
}

const PARTS = [
  'kind',
  'actor',
  'roles',
  'limit',
  'materials',
  'outputs',
  'bases',
  'rights',
  'risks',
  'note',
] as const satisfies readonly NodePart[];

/** Edges go by what they join: their ids are nobody's to read. */
function edgeChanges(before: Flow, after: Flow): FlowChange[] {
  const [former, latter] = [byEnds(before.edges), byEnds(after.edges)];
  const ends = ({ from, to }: FlowEdge, { nodes }: Flow) => {
    const nameOf = (id: string) => {
      const node = nodes.find((each) => each.id === id);
      return node === undefined ? { zh: id, en: id } : nodeName(node);
    };
    return { from: nameOf(from), to: nameOf(to) };
  };
  return [
    ...[...latter].flatMap(([key, edge]): FlowChange[] => {
      const was = former.get(key);
      if (was === undefined) return [{ kind: 'edge_added', ...ends(edge, after) }];
      const isKept = was.condition === edge.condition && was.isReturn === edge.isReturn;
      return isKept ? [] : [{ kind: 'edge_changed', ...ends(edge, after) }];
    }),
    ...[...former].flatMap(([key, edge]): FlowChange[] =>
      latter.has(key) ? [] : [{ kind: 'edge_removed', ...ends(edge, before) }],
    ),
  ];
}

function byId(nodes: readonly FlowNode[]): ReadonlyMap<string, FlowNode> {
  return new Map(nodes.map((node) => [node.id, node]));
}

/** Several edges may join the same two nodes: each counts by its place among them. */
function byEnds(edges: readonly FlowEdge[]): ReadonlyMap<string, FlowEdge> {
  const counts = new Map<string, number>();
  return new Map(
    edges.map((edge) => {
      const ends = `${edge.from}→${edge.to}`;
      const count = (counts.get(ends) ?? 0) + 1;
      counts.set(ends, count);
      return [`${ends} ${count}`, edge];
    }),
  );
}

/** Whatever the order of its names: a database may give them back in another. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return names.length === others.length && names.every((name) => isSame(one[name as never], other[name as never]));
}
