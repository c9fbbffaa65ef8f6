import { reachable, type FlowGraph } from './graph.ts';
import { problemAtEdge, problemAtNode, quoted, quotedEdge, type FlowProblem } from './problem.ts';

/** What is wrong with the ways through a flow: nodes that nobody comes to, ways that end nowhere, loops. */
export function wayProblems(graph: FlowGraph): FlowProblem[] {
  return [...unreachable(graph), ...deadEnds(graph), ...unmarkedLoops(graph), ...misdirected(graph), ...endless(graph)];
}

function unreachable({ start, nodes, exits }: FlowGraph): FlowProblem[] {
  if (start === null) return [];
  const found = reachable([start.id], exits, 'to');
  return [...nodes.values()]
    .filter(({ id, kind }) => !found.has(id) && kind !== 'start')
    .map((node) =>
      problemAtNode('node_unreachable', node, {
        zh: `从开始走不到${quoted(node).zh}。请从前一步连线过来，或者删除它。`,
        en: `No way leads from the start to ${quoted(node).en}. Lead an edge to it from the step before, or delete it.`,
      }),
    );
}

function deadEnds({ nodes, exits }: FlowGraph): FlowProblem[] {
  return [...nodes.values()]
    .filter(({ id, kind }) => kind !== 'end' && !exits.has(id))
    .map((node) =>
      problemAtNode('dead_end', node, {
        zh: `流程到${quoted(node).zh}就断了。请连到下一步；如果到此办结，请连到“结束”。`,
        en: `The flow breaks off at ${quoted(node).en}. Lead it to the next step, or to an end if that is all.`,
      }),
    );
}

function unmarkedLoops({ unmarkedReturns, nodes }: FlowGraph): FlowProblem[] {
  return [...unmarkedReturns].map((edge) =>
    problemAtEdge('loop_unmarked', edge, {
      zh: `连线${quotedEdge(edge, nodes).zh}回到前面的节点，但没有标为“退回”。请标为退回，或者改接到后面的节点。`,
      en: `The edge ${quotedEdge(edge, nodes).en} leads back and is not marked as a return. Mark it, or lead it to a later node.`,
    }),
  );
}

/** A return that leads on would hide a way from everything that is counted along ways. */
function misdirected(graph: FlowGraph): FlowProblem[] {
  const before = ancestors(graph);
  const bits = new Map(graph.order.map(({ id }, at) => [id, 1n << BigInt(at)]));
  return graph.edges
    .filter(({ isReturn, from, to }) => {
      const passed = (before.get(from) ?? 0n) & (bits.get(to) ?? 0n);
      return isReturn && graph.reached.has(from) && passed === 0n;
    })
    .map((edge) =>
      problemAtEdge('return_misdirected', edge, {
        zh: `连线${quotedEdge(edge, graph.nodes).zh}标为“退回”，但它通向的不是前面经过的节点。请取消退回标记，或者改接到经过的节点；先去另一步再回来的，只把回来的那条标为退回。`,
        en: `The edge ${quotedEdge(edge, graph.nodes).en} is marked as a return, but does not lead to a node that was passed before. Take the mark away, or lead it to one; of a way out and back, mark the edge that comes back.`,
      }),
    );
}

/** For each node those from which ways lead on to it, itself included, as bits by their place in the order. */
function ancestors({ order, onwardEntries, reached }: FlowGraph): Map<string, bigint> {
  const before = new Map<string, bigint>();
  for (const [at, { id }] of order.entries()) {
    if (!reached.has(id)) continue;
    const entries = onwardEntries.get(id) ?? [];
    before.set(
      id,
      entries.reduce((all, { from }) => all | (before.get(from) ?? 0n), 1n << BigInt(at)),
    );
  }
  return before;
}

/** Loops that nothing leads out of. What breaks off is told apart: there the break is the problem. */
function endless({ nodes, edges, exits, entries, unmarkedReturns }: FlowGraph): FlowProblem[] {
  const stops = [...nodes.values()].filter(({ id, kind }) => kind === 'end' || !exits.has(id));
  const stopping = reachable(
    stops.map(({ id }) => id),
    entries,
    'from',
  );
  return edges
    .filter((edge) => (edge.isReturn || unmarkedReturns.has(edge)) && !stopping.has(edge.from))
    .map((edge) =>
      problemAtEdge('loop_endless', edge, {
        zh: `经连线${quotedEdge(edge, nodes).zh}退回后，再也走不到结束。请在这一圈里加一个能离开的判断。`,
        en: `Once the edge ${quotedEdge(edge, nodes).en} is taken, no end is ever come to. Add a decision in the loop that leads out of it.`,
      }),
    );
}
