import { STEP_ROLES, type Flow, type NodeKind } from 'disclosure-contract/flow';
import type { Language } from './box-content.ts';

/** A chart in a sentence or two, for those who do not see it. What its steps say stands in the ordered text. */
export function flowSummary({ nodes, edges, exemptions }: Flow, language: Language): string {
  const count = (kind: NodeKind) => nodes.filter((node) => node.kind === kind).length;
  const actors = [...new Set(nodes.flatMap(({ actor }) => (actor === null ? [] : [actor.section])))];
  const returns = edges.filter(({ isReturn }) => isReturn).length;
  const exempt = exemptions.map(({ role }) => STEP_ROLES[role][language]);
  if (language === 'en') {
    const by = actors.length === 0 ? '' : ` by ${actors.join(', ')}`;
    const left = exempt.length === 0 ? '' : ` Left out by law: ${exempt.join(', ')}.`;
    return `Flowchart of ${nodes.length} nodes${by}: ${count('decision')} decisions, ${count('split')} parallel splits, ${returns} returns, ${count('end')} ends.${left} The ordered text says the same step by step.`;
  }
  const by = actors.length === 0 ? '' : `，由${actors.join('、')}办理`;
  const left = exempt.length === 0 ? '' : `依法不经的环节：${exempt.join('、')}。`;
  return `流程图，共 ${nodes.length} 步${by}：${count('decision')} 处判断、${count('split')} 处并行、${returns} 处退回、${count('end')} 个结束。${left}文字版逐步说明同样的内容。`;
}
