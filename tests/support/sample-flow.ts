import { flowSchema, type Flow, type FlowNode, type NodeKind } from '../../shared/src/flow/model.ts';

type WrittenNode = NodeKind | ({ readonly kind: NodeKind } & Partial<FlowNode>);

/**
 * A flow in short: nodes by id, and edges as `a>b`, `a>b 材料齐全` with a condition, `b<a 材料不齐` for a return to `b`. Each
 * node has a title and an actor unless it says otherwise.
 */
export function sampleFlow(
  nodes: Readonly<Record<string, WrittenNode>>,
  edges: readonly string[],
  { scope = 'external', exemptions = [] }: Partial<Pick<Flow, 'scope' | 'exemptions'>> = {},
): Flow {
  return flowSchema.parse({
    version: 1,
    scope,
    exemptions,
    nodes: Object.entries(nodes).map(([id, node]) => ({
      id,
      title: `节点${id}`,
      actor: { section: '审批科', post: '经办人' },
      ...(typeof node === 'string' ? { kind: node } : node),
    })),
    edges: edges.map((edge, at) => {
      const [, one, arrow, other, condition] = /^(\w+)([<>])(\w+) ?(.*)$/.exec(edge) ?? [];
      const isReturn = arrow === '<';
      return { id: `e${at + 1}`, from: isReturn ? other : one, to: isReturn ? one : other, condition, isReturn };
    }),
  });
}
