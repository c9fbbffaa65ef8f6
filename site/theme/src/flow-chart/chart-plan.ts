import {
  orderedText,
  type Flow,
  type FlowChangeKind,
  type FlowDifference,
  type FlowNode,
  type OrderedExit,
  type OrderedStep,
} from 'disclosure-contract/flow';
import { measureBox, type Language, type MeasuredBox } from './box-content.ts';
import { SIZES, type LineLabel } from './chart.ts';
import { breakLines } from './line-breaking.ts';
import { textWidth } from './text-width.ts';

/** What is to be laid out: measured, and not yet placed. */
export interface ChartPlan {
  readonly boxes: readonly PlannedBox[];
  readonly lines: readonly PlannedLine[];
}

export interface PlannedBox extends MeasuredBox {
  readonly node: FlowNode;
  readonly name: string;
  readonly number: number | null;
  readonly change: FlowChangeKind | null;
}

export interface PlannedLine {
  readonly edgeId: string;
  readonly from: string;
  readonly to: string;
  readonly kind: OrderedExit['kind'];
  /** Its words in full, and how they are set where nothing is in the way. */
  readonly words: string;
  readonly label: Pick<LineLabel, 'lines' | 'width' | 'height'> | null;
  readonly change: FlowChangeKind | null;
}

const LABEL_WIDTH = 96;
export const LABEL_PADDING = 3;

export function planChart(
  flow: Flow,
  { language, lanes, changed }: { language: Language; lanes: boolean; changed: FlowDifference | null },
): ChartPlan {
  const steps = orderedText(changed?.flow ?? flow);
  const numbers = new Map(orderedText(flow).map(({ node, number }) => [node.id, number]));
  return {
    boxes: steps.map((step) => planBox(step, numbers.get(step.node.id) ?? null)),
    lines: steps.flatMap(({ node, exits }) => exits.flatMap((exit) => planLine(node.id, exit))),
  };

  function planBox(step: OrderedStep, number: number | null): PlannedBox {
    return {
      node: step.node,
      name: step.name[language],
      number,
      change: changed?.nodes.get(step.node.id) ?? null,
      ...measureBox(step, { number, language, isInLane: lanes }),
    };
  }

  function planLine(from: string, { edgeId, to: number, kind, condition }: OrderedExit): PlannedLine[] {
    const to = steps[number - 1]?.node.id;
    if (to === undefined) return [];
    const words = kind === 'return' ? returnLabel(condition, language) : condition;
    return [{ edgeId, from, to, kind, words, label: measureLabel(words), change: changed?.edges.get(edgeId) ?? null }];
  }
}

function returnLabel(condition: string, language: Language): string {
  if (condition === '') return language === 'zh' ? '退回' : 'Back';
  return language === 'zh' ? `${condition}，退回` : `${condition}, back`;
}

/** The words of an edge, set as wide as given at most. Null where there are none. */
export function measureLabel(text: string, width = LABEL_WIDTH): PlannedLine['label'] {
  const lines = breakLines(text, width, SIZES.small);
  if (lines.length === 0) return null;
  return {
    lines,
    width: Math.ceil(Math.max(...lines.map((line) => textWidth(line, SIZES.small))) + 2 * LABEL_PADDING),
    height: lines.length * SIZES.smallLeading + 2,
  };
}
