import type { FlowGraph } from './graph.ts';
import type { FlowEdge, FlowNode } from './model.ts';
import { problemAtEdge, problemAtNode, quoted, quotedEdge, type FlowProblem } from './problem.ts';

/** What is wrong with the exits of nodes: how many there are, and what they say. */
export function exitProblems({ nodes, exits }: FlowGraph): FlowProblem[] {
  return [...nodes.values()].flatMap((node) => {
    const own = exits.get(node.id) ?? [];
    return [...exitCount(node, own), ...conditions(node, own, nodes)];
  });
}

function exitCount(node: FlowNode, exits: readonly FlowEdge[]): FlowProblem[] {
  const name = quoted(node);
  const parts = node.kind === 'decision' || node.kind === 'split';
  // Without any exit it is a dead end, which is said of it already.
  if (parts && exits.length === 1)
    return [
      problemAtNode('exits_too_few', node, {
        zh: `${name.zh}只有一个出口。判断和并行开始至少要有两个出口：请补上其余的，或者改为步骤。`,
        en: `${name.en} has only one exit. A decision or a split needs two: add the others, or make it a step.`,
      }),
    ];
  if (!parts && node.kind !== 'end' && exits.length > 1)
    return [
      problemAtNode('exits_too_many', node, {
        zh: `${name.zh}有 ${exits.length} 个出口。只走其中之一的，请在后面加“判断”；同时都走的，请加“并行开始”。`,
        en: `${name.en} has ${exits.length} exits. Add a decision after it where one of them is taken, a split where all are.`,
      }),
    ];
  return [];
}

function conditions(node: FlowNode, exits: readonly FlowEdge[], nodes: FlowGraph['nodes']): FlowProblem[] {
  if (node.kind !== 'decision')
    return exits
      .filter(({ condition }) => condition !== '')
      .map((edge) =>
        problemAtEdge('condition_misplaced', edge, {
          zh: `连线${quotedEdge(edge, nodes).zh}写有条件，但${quoted(node).zh}不是判断。请删除条件，或者在这里加一个“判断”。`,
          en: `The edge ${quotedEdge(edge, nodes).en} has a condition, but ${quoted(node).en} is no decision. Delete the condition, or add a decision there.`,
        }),
      );
  const said = new Set<string>();
  return exits.flatMap((edge) => {
    const { zh, en } = quotedEdge(edge, nodes);
    if (edge.condition === '')
      return problemAtEdge('condition_missing', edge, {
        zh: `连线${zh}没有写明条件。请写明什么情况下走这一支，例如“材料不齐”。`,
        en: `The edge ${en} has no condition. Say when this way is taken, such as "documents are missing".`,
      });
    if (said.size !== said.add(edge.condition).size) return [];
    return problemAtEdge('condition_repeated', edge, {
      zh: `连线${zh}的条件“${edge.condition}”与${quoted(node).zh}的另一出口相同。请写明两者的区别，或者只留一条。`,
      en: `The condition "${edge.condition}" of the edge ${en} stands at another exit of ${quoted(node).en} too. Say how they differ, or keep one of them.`,
    });
  });
}
