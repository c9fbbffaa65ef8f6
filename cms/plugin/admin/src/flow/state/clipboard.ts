import type { Flow, FlowEdge, FlowNode } from 'disclosure-contract/flow';
import { hasRoom, type NewId } from './editing.ts';

/** A part of a flow that was copied: nodes, and the edges among them. */
export interface Copied {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export function copied(flow: Flow, ids: ReadonlySet<string>): Copied {
  return {
    nodes: flow.nodes.filter(({ id }) => ids.has(id)),
    edges: flow.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}

/** With a copied part once more, under ids of its own; `ids` are those of its nodes. None where the flow has no room. */
export function withPasted(flow: Flow, { nodes, edges }: Copied, newId: NewId): { flow: Flow; ids: string[] } {
  if (nodes.length === 0 || !hasRoom(flow, Math.max(nodes.length, edges.length))) return { flow, ids: [] };
  const names = new Map(nodes.map(({ id }) => [id, newId('n')]));
  const pasted = edges.flatMap((edge) => {
    const [from, to] = [names.get(edge.from), names.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ ...edge, id: newId('e'), from, to }];
  });
  const copies = nodes.map((node) => ({ ...node, id: names.get(node.id) ?? newId('n') }));
  return {
    flow: { ...flow, nodes: [...flow.nodes, ...copies], edges: [...flow.edges, ...pasted] },
    ids: copies.map(({ id }) => id),
  };
}
