import type { FlowGraph } from './graph.ts';
import type { Flow, FlowNode, NodeKind } from './model.ts';
import { problemAtEdge, problemAtNode, problemOfFlow, quoted, quotedEdge, type FlowProblem } from './problem.ts';

const NEEDS_TITLE: readonly NodeKind[] = ['step', 'decision', 'document', 'wait'];
const NEEDS_ACTOR: readonly NodeKind[] = ['step', 'decision'];

/** What is wrong with nodes and edges by themselves: ids, names, start and end, edges that hang loose. */
export function shapeProblems(flow: Flow, graph: FlowGraph): FlowProblem[] {
  return [
    ...repeatedIds(flow),
    ...startAndEnd(graph),
    ...looseEdges(flow, graph),
    ...misplacedEdges(graph),
    ...[...graph.nodes.values()].flatMap(withoutWords),
  ];
}

function repeatedIds({ nodes, edges }: Flow): FlowProblem[] {
  const mend = {
    zh: '请删除多余的一个后重新添加，系统会给出新的编号。',
    en: 'Delete the second one and add it again: it is then given an id of its own.',
  };
  return [
    ...repeated(nodes).map((node) =>
      problemAtNode('id_repeated', node, {
        zh: `有两个节点的编号都是“${node.id}”（${quoted(node).zh}）。${mend.zh}`,
        en: `Two nodes have the id "${node.id}" (${quoted(node).en}). ${mend.en}`,
      }),
    ),
    ...repeated(edges).map((edge) =>
      problemAtEdge('id_repeated', edge, {
        zh: `有两条连线的编号都是“${edge.id}”。${mend.zh}`,
        en: `Two edges have the id "${edge.id}". ${mend.en}`,
      }),
    ),
  ];
}

function repeated<Part extends { readonly id: string }>(parts: readonly Part[]): Part[] {
  const seen = new Set<string>();
  return parts.filter(({ id }) => seen.size === seen.add(id).size);
}

function startAndEnd({ nodes, start }: FlowGraph): FlowProblem[] {
  const all = [...nodes.values()];
  const problems: FlowProblem[] = [];
  if (start === null)
    problems.push(
      problemOfFlow('start_missing', {
        zh: '流程没有开始节点。请添加一个“开始”，并连到第一步。',
        en: 'The flow has no start. Add one, and lead it to the first step.',
      }),
    );
  if (!all.some(({ kind }) => kind === 'end'))
    problems.push(
      problemOfFlow('end_missing', {
        zh: '流程没有结束节点。请为每种结果各添加一个“结束”。',
        en: 'The flow has no end. Add one for each result.',
      }),
    );
  const others = all.filter((node) => node.kind === 'start' && node !== start);
  return [
    ...problems,
    ...others.map((node) =>
      problemAtNode('start_repeated', node, {
        zh: `${quoted(node).zh}是又一个开始节点。只留一个开始；几种来源请作为开始之后判断的分支。`,
        en: `${quoted(node).en} is another start. Keep one; make different origins the exits of a decision after it.`,
      }),
    ),
  ];
}

function looseEdges(flow: Flow, { nodes }: FlowGraph): FlowProblem[] {
  return flow.edges
    .filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))
    .map((edge) =>
      problemAtEdge('edge_loose', edge, {
        zh: `连线${quotedEdge(edge, nodes).zh}的一端没有节点。请把它接到一个节点上，或者删除。`,
        en: `The edge ${quotedEdge(edge, nodes).en} has an end without a node. Lead it to a node, or delete it.`,
      }),
    );
}

function misplacedEdges({ edges, nodes }: FlowGraph): FlowProblem[] {
  return edges
    .filter(({ from, to }) => nodes.get(to)?.kind === 'start' || nodes.get(from)?.kind === 'end')
    .map((edge) =>
      problemAtEdge('edge_misplaced', edge, {
        zh: `连线${quotedEdge(edge, nodes).zh}进入开始节点或者离开结束节点。请改接到开始之后的第一步，或者把该结束改为步骤。`,
        en: `The edge ${quotedEdge(edge, nodes).en} leads into a start or out of an end. Lead it to the first step instead, or make that end a step.`,
      }),
    );
}

function withoutWords(node: FlowNode): FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (NEEDS_TITLE.includes(node.kind) && node.title === '')
    problems.push(
      problemAtNode('title_missing', node, {
        zh: `编号“${node.id}”的${quoted(node).zh}没有名称。请写明这里做什么，例如“审查申请材料”。`,
        en: `The ${quoted(node).en} with the id "${node.id}" has no title. Say what is done there, such as "Examine the application".`,
      }),
    );
  if (NEEDS_ACTOR.includes(node.kind) && node.actor === null)
    problems.push(
      problemAtNode('actor_missing', node, {
        zh: `${quoted(node).zh}没有写明承办科室。请填写科室和岗位；由申请人办理的，填“申请人”。`,
        en: `${quoted(node).en} does not say who acts. Enter section and post, or the applicant.`,
      }),
    );
  return problems;
}
