import type { FlowNode } from 'disclosure-contract/flow';

/** In pixels, as NodeBox draws it. */
export const NODE_WIDTH = 216;
const TEXT_WIDTH = 168;
const TITLE_SIZE = 14;
const LABEL_SIZE = 12;
const TITLE_LINE = 20;
const FACT_LINE = 18;
const PADDING = 20;
const SLIMMEST = 44;
const WIDEST_LABEL = 160;
/** Before each title; any number is taken for one of two digits, so that no box grows when nodes are counted anew. */
const NUMBER = '00. ';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a node is drawn. It is said beforehand, so that nothing waits for a browser to measure it. */
export function nodeSize({ title, actor, limit }: Pick<FlowNode, 'title' | 'actor' | 'limit'>): Size {
  const lines = linesIn(NUMBER + (title === '' ? '名' : title), TITLE_SIZE, TEXT_WIDTH);
  const facts = (actor === null ? 0 : 1) + (limit === null ? 0 : 1);
  return { width: NODE_WIDTH, height: Math.max(SLIMMEST, PADDING + lines * TITLE_LINE + facts * FACT_LINE) };
}

/** How large the condition of an edge is drawn. */
export function labelSize(condition: string): Size {
  const width = Math.min(WIDEST_LABEL, textWidth(condition, LABEL_SIZE)) + 12;
  return { width, height: linesIn(condition, LABEL_SIZE, WIDEST_LABEL) * FACT_LINE + 4 };
}

function linesIn(text: string, size: number, width: number): number {
  return Math.max(1, Math.ceil(textWidth(text, size) / (width - size)));
}

/** A Chinese character is as wide as it is high; other letters are taken at the widest. */
function textWidth(text: string, size: number): number {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? size : size * 0.66), 0);
}
