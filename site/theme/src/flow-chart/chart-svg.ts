import type { FlowChangeKind } from 'disclosure-contract/flow';
import { element, escapeXml } from '../xml.ts';
import { isBar, type Language } from './box-content.ts';
import {
  SIZES,
  type Badge,
  type Box,
  type ChartLayout,
  type Joint,
  type Lane,
  type Line,
  type PlacedText,
} from './chart.ts';
import { headPath, linePath } from './line-path.ts';
import { nodeOutline, roundedRectangle } from './node-outline.ts';

export interface SvgOptions {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** Begins every id, so that several charts stand on one page. */
  readonly idPrefix: string;
  /** Address of a node's entry in the ordered text; null: the chart has no links. */
  readonly linkTo: ((nodeId: string) => string) | null;
  /** How large it is shown where nothing else is said. */
  readonly scale?: number;
  /** What parts of a chart are: pages that follow each other, or columns beside each other. */
  readonly parts?: 'page' | 'column';
}

const CHANGE_LETTERS: Readonly<Record<FlowChangeKind, Record<Language, string>>> = {
  added: { zh: '增', en: 'N' },
  changed: { zh: '改', en: 'C' },
  removed: { zh: '删', en: 'D' },
};
/** How far a line reaches under the box that it leaves: outlines are not everywhere as large as their box. */
const UNDER_BOX = 14;

/**
 * The drawing of a layout. Looks are left to the style sheet by classes; what stands in attributes makes it legible without
 * one. A chart with links is a document to assistive technology, for the contents of an image cannot be reached.
 */
export function chartSvg(layout: ChartLayout, options: SvgOptions): string {
  const { width, height, boxes, lines, lanes, top = 0, joints = [] } = layout;
  const { title, description, idPrefix, linkTo, scale = 1 } = options;
  const names = { title: `${idPrefix}title`, description: `${idPrefix}desc` };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'flow-chart',
      role: linkTo === null ? 'img' : 'graphics-document',
      'aria-labelledby': names.title,
      'aria-describedby': names.description,
      viewBox: `0 ${top} ${width} ${height}`,
      width: number(width * scale),
      height: number(height * scale),
      'font-size': String(SIZES.small),
      fill: 'currentColor',
      stroke: 'none',
    },
    [
      element('title', { id: names.title }, title),
      element('desc', { id: names.description }, description),
      ...lanes.map(laneSvg),
      element('g', { class: 'flow-lines', fill: 'none', stroke: 'currentColor' }, lines.map(lineSvg)),
      headsSvg(lines),
      ...lines.map(labelSvg),
      ...boxes.map((box) => boxSvg(box, options)),
      ...joints.map((joint) => jointSvg(joint, options)),
    ],
  );
}

function boxSvg(box: Box, { idPrefix, linkTo, language }: SvgOptions): string {
  const { content, kind, change, nodeId } = box;
  const shape = element('path', {
    class: 'flow-shape',
    d: nodeOutline(box),
    ...(isBar(kind) ? {} : { fill: '#fff', stroke: 'currentColor' }),
  });
  const inside = [
    shape,
    ...content.texts.map((text) => textSvg(text, box, isBar(kind))),
    ...content.badges.map((badge) => badgeSvg(badge, box)),
    ...(change === null ? [] : [changeSvg(box, change, language)]),
  ];
  const attributes = { id: `${idPrefix}step-${nodeId}`, class: classes('flow-node', `flow-${kind}`, change) };
  return linkTo === null
    ? element('g', attributes, inside)
    : element('a', { ...attributes, href: linkTo(nodeId) }, inside);
}

function textSvg({ role, lines, x, y, size, leading }: PlacedText, box: Box, isReversed: boolean): string {
  const left = number(box.x + x);
  return element(
    'text',
    {
      class: `flow-${role}`,
      x: left,
      y: number(box.y + y),
      ...(size === SIZES.small ? {} : { 'font-size': String(size) }),
      ...(role === 'title' || role === 'number' ? { 'font-weight': 'bold' } : {}),
      ...(isReversed ? { fill: '#fff' } : {}),
    },
    lines.length === 1
      ? (lines[0] ?? '')
      : lines.map((line, at) =>
          at === 0 ? escapeXml(line) : element('tspan', { x: left, dy: String(leading) }, line),
        ),
  );
}

function badgeSvg({ role, text, x, y, width, height }: Badge, box: Box): string {
  const outline = roundedRectangle(box.x + x, box.y + y + 0.5, width, height - 1, role === 'right' ? 8 : 1);
  return element('g', { class: `flow-${role}`, 'font-size': String(SIZES.badge) }, [
    element('path', { d: outline, fill: 'none', stroke: 'currentColor' }),
    element('text', { x: number(box.x + x + 5), y: number(box.y + y + 12.5) }, text),
  ]);
}

/** The mark of a change stands on the top right corner of its box. */
function changeSvg({ x, y, width }: Box, change: FlowChangeKind, language: Language): string {
  return element('g', { class: 'flow-change', 'text-anchor': 'middle' }, [
    element('path', { d: roundedRectangle(x + width - 14, y - 9, 20, 18, 3) }),
    element(
      'text',
      { x: number(x + width - 4), y: number(y + 4.5), fill: '#fff', 'font-weight': 'bold' },
      CHANGE_LETTERS[change][language],
    ),
  ]);
}

function lineSvg({ kind, points, change, lacks }: Line): string {
  const [first, second] = points;
  const isDown = lacks?.beginning !== true && first !== undefined && second !== undefined && second.y > first.y;
  const begun = isDown ? [{ x: first.x, y: first.y - UNDER_BOX }, ...points.slice(1)] : points;
  return element('path', {
    class: classes('flow-line', kind === 'return' && 'flow-return', change),
    d: linePath(begun),
    ...(kind === 'return' ? { 'stroke-dasharray': '6 4' } : {}),
  });
}

/** Heads of returns are open, the others are filled. */
function headsSvg(lines: readonly Line[]): string {
  const heads = (isReturn: boolean) =>
    lines
      .filter(({ kind, lacks }) => (kind === 'return') === isReturn && lacks?.end !== true)
      .map(({ points }) => headPath(points));
  return [
    element('path', { class: 'flow-heads', d: heads(false).join('') }),
    element('path', { class: 'flow-return-heads', d: heads(true).join(''), fill: 'none', stroke: 'currentColor' }),
  ].join('');
}

function labelSvg({ label, kind, change }: Line): string {
  if (label === null) return '';
  const middle = number(label.x + label.width / 2);
  const baseline = (at: number) => number(label.y + 1 + at * SIZES.smallLeading + 12.5);
  return element(
    'g',
    { class: classes('flow-label', kind === 'return' && 'flow-return-label', change), 'text-anchor': 'middle' },
    [
      element('rect', {
        x: number(label.x),
        y: number(label.y),
        width: number(label.width),
        height: number(label.height),
        fill: '#fff',
      }),
      element(
        'text',
        { x: middle, y: baseline(0) },
        label.lines.map((line, at) =>
          at === 0 ? escapeXml(line) : element('tspan', { x: middle, dy: String(SIZES.smallLeading) }, line),
        ),
      ),
    ],
  );
}

const JOINT_WORDS: Readonly<Record<'page' | 'column', Record<Joint['leads'], Record<Language, string>>>> = {
  page: { to_next: { zh: '接下页', en: 'Next page' }, from_previous: { zh: '接上页', en: 'Page before' } },
  column: { to_next: { zh: '接右栏', en: 'Right' }, from_previous: { zh: '接左栏', en: 'Left' } },
};

function jointSvg({ x, y, letter, leads }: Joint, { language, parts = 'page' }: SvgOptions): string {
  const words = y + (leads === 'to_next' ? 20 : -12);
  return element('g', { class: 'flow-joint', 'text-anchor': 'middle' }, [
    element('circle', { cx: number(x), cy: number(y), r: '8', fill: '#fff', stroke: 'currentColor' }),
    element(
      'text',
      { x: number(x), y: number(y + 4), 'font-size': String(SIZES.badge), 'font-weight': 'bold' },
      letter,
    ),
    element('text', { x: number(x), y: number(words), 'font-size': '10' }, JOINT_WORDS[parts][leads][language]),
  ]);
}

function laneSvg({ x, y, width, height, heading, headingHeight }: Lane): string {
  const middle = number(x + width / 2);
  const first = y + (headingHeight - heading.length * SIZES.smallLeading) / 2 + 12.5;
  return element('g', { class: 'flow-lane', 'text-anchor': 'middle' }, [
    element('path', { d: `M${x} ${y}h${width}v${height}h${-width}z`, fill: 'none', stroke: 'currentColor' }),
    element('path', {
      class: 'flow-lane-head',
      d: `M${x} ${y}h${width}v${headingHeight}h${-width}z`,
      fill: 'none',
      stroke: 'currentColor',
    }),
    element(
      'text',
      { x: middle, y: number(first), 'font-weight': 'bold' },
      heading.map((line, at) =>
        at === 0 ? escapeXml(line) : element('tspan', { x: middle, dy: String(SIZES.smallLeading) }, line),
      ),
    ),
  ]);
}

function classes(...names: readonly (string | false | null)[]): string {
  return names
    .map((name) => (name === 'added' || name === 'changed' || name === 'removed' ? `flow-${name}` : name))
    .filter(Boolean)
    .join(' ');
}

function number(value: number): string {
  return String(Math.round(value * 2) / 2);
}
