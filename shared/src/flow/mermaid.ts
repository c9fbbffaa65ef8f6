import { LIMIT_UNITS, type Flow, type FlowNode, type NodeKind } from './model.ts';
import { orderedText, type OrderedExit, type OrderedStep } from './ordered-text.ts';

export interface MermaidOptions {
  readonly language?: 'zh' | 'en';
  /** 泳道: the nodes of one section stand in a box of their own. */
  readonly byActor?: boolean;
}

/** What stands around a label: another shape for each kind that a reader has to tell apart. */
const SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  start: ['(["', '"])'],
  step: ['["', '"]'],
  decision: ['{"', '"}'],
  split: ['{{"', '"}}'],
  join: ['{{"', '"}}'],
  document: ['[/"', '"/]'],
  wait: ['("', '")'],
  end: ['(["', '"])'],
};

/**
 * A flow as a Mermaid flowchart, numbered as its ordered text is; returns are dashed. Whatever a title says stays text: no
 * word of it is read as a command, a mark or HTML.
 */
export function mermaidOf(flow: Flow, { language = 'zh', byActor = false }: MermaidOptions = {}): string {
  const steps = orderedText(flow);
  const nodes = byActor ? inBoxes(steps, language) : steps.map((step) => nodeLine(step, language));
  const edges = steps.flatMap(({ number, exits }) => exits.map((exit) => edgeLine(number, exit)));
  return ['flowchart TD', ...indented([...nodes, ...edges]), ''].join('\n');
}

type Language = NonNullable<MermaidOptions['language']>;

function nodeLine({ number, name, node }: OrderedStep, language: Language): string {
  const [open, close] = SHAPES[node.kind];
  const lines = [`${number} ${name[language]}`, actorOf(node), limitOf(node, language)];
  const label = lines.filter((line) => line !== '').map(plain);
  return `n${number}${open}${label.join('<br/>')}${close}`;
}

function edgeLine(from: number, { to, kind, condition }: OrderedExit): string {
  const label = condition === '' ? '' : `|"${plain(condition)}"|`;
  return `n${from} ${kind === 'return' ? '-.->' : '-->'}${label} n${to}`;
}

function inBoxes(steps: readonly OrderedStep[], language: Language): string[] {
  const sections = new Map<string, string[]>();
  for (const step of steps) {
    const section = step.node.actor?.section ?? '';
    sections.set(section, [...(sections.get(section) ?? []), nodeLine(step, language)]);
  }
  return [...sections].flatMap(([section, lines], at) =>
    section === '' ? lines : [`subgraph s${at + 1}["${plain(section)}"]`, ...indented(lines), 'end'],
  );
}

function actorOf({ actor }: FlowNode): string {
  if (actor === null) return '';
  return actor.post === '' ? actor.section : `${actor.section} ${actor.post}`;
}

function limitOf({ limit }: FlowNode, language: Language): string {
  return limit === null ? '' : `${limit.amount} ${LIMIT_UNITS[limit.unit][language]}`;
}

/**
 * Every sign that could mean something to Mermaid, Markdown or HTML as the number of its character. Renderers read labels
 * as Markdown line by line, so that even the full stop of `1. ` would begin a list.
 */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[!-+\-.:-@[-`{-~]/g, (sign) => `#${sign.charCodeAt(0)};`);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
