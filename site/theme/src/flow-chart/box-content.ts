import {
  LIMIT_UNITS,
  RIGHT_KINDS,
  RISK_LEVELS,
  type FlowNode,
  type NodeKind,
  type OrderedStep,
} from 'disclosure-contract/flow';
import { SIZES, type Badge, type BoxContent, type PlacedText, type TextRole } from './chart.ts';
import { breakLines } from './line-breaking.ts';
import { textWidth } from './text-width.ts';

export type Language = 'zh' | 'en';

/** What an outline takes away from its box at each side, and how wide the text of a box is at most and at least. */
interface Outline {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly most: number;
  readonly least: number;
}

const STEP: Outline = { left: 10, right: 10, top: 9, bottom: 9, most: 150, least: 150 };
const ROUND: Outline = { left: 16, right: 18, top: 8, bottom: 8, most: 140, least: 28 };
const BAR: Outline = { left: 12, right: 12, top: 6, bottom: 6, most: 140, least: 100 };
const OUTLINES: Readonly<Record<NodeKind, Outline>> = {
  start: ROUND,
  end: ROUND,
  step: STEP,
  decision: { ...STEP, left: 22, right: 22, most: 132, least: 132 },
  document: { ...STEP, bottom: 18 },
  wait: { ...STEP, right: 26, most: 134, least: 134 },
  split: BAR,
  join: BAR,
};
const NUMBER_GAP = 6;
const BADGE_GAP = 5;
const BADGE_PADDING = 5;

export interface MeasuredBox {
  readonly width: number;
  readonly height: number;
  readonly content: BoxContent;
}

export interface BoxOptions {
  /** Null for a node that was taken away. */
  readonly number: number | null;
  readonly language: Language;
  /** The section stands above the lane, so the box says the post alone. */
  readonly isInLane: boolean;
}

/** Sets the text of a node and measures the box that it needs. */
export function measureBox(step: OrderedStep, { number, language, isInLane }: BoxOptions): MeasuredBox {
  const { node } = step;
  const outline = OUTLINES[node.kind];
  const numeral = number === null ? '' : String(number);
  const column = textWidth('0'.repeat(Math.max(2, numeral.length)), SIZES.small) + NUMBER_GAP;
  const setter = new Setter(outline.left + column, outline.top, outline.most);
  setter.text('title', step.name[language]);
  if (node.actor !== null && !isBar(node.kind)) setter.actor(isInLane ? '' : node.actor.section, node.actor.post);
  if (node.limit !== null)
    setter.text(node.limit.countsTowardsTotal ? 'limit' : 'pause', limitOf(node.limit, language));
  setter.badges(badgesOf(node, language));

  const inner = {
    x: outline.left,
    y: outline.top,
    width: column + Math.max(setter.width, outline.least),
    height: setter.height,
  };
  const texts = numeral === '' ? setter.texts : [numberText(numeral, outline, column), ...setter.texts];
  return {
    width: Math.ceil(outline.left + inner.width + outline.right),
    height: Math.ceil(outline.top + inner.height + outline.bottom),
    content: { inner, texts, badges: setter.placedBadges },
  };
}

export function isBar(kind: NodeKind): boolean {
  return kind === 'split' || kind === 'join';
}

/** Units stand below units, whatever face the reader has: digits are equally wide in all of them. */
function numberText(numeral: string, { left, top }: Outline, column: number): PlacedText {
  const { small, titleLeading } = SIZES;
  const x = left + column - NUMBER_GAP - textWidth(numeral, small);
  return { role: 'number', lines: [numeral], x, y: top + 14.5, size: small, leading: titleLeading };
}

function limitOf({ amount, unit, countsTowardsTotal }: NonNullable<FlowNode['limit']>, language: Language): string {
  const days = `${amount} ${LIMIT_UNITS[unit][language]}`;
  if (countsTowardsTotal) return days;
  return language === 'zh' ? `${days}（不计入时限）` : `${days} (not counted)`;
}

function badgesOf({ rights, risks }: FlowNode, language: Language): Pick<Badge, 'role' | 'text'>[] {
  const kinds = [...new Set(rights.map(({ kind }) => kind))];
  return [
    ...kinds.map((kind) => ({ role: 'right' as const, text: RIGHT_KINDS[kind][language] })),
    ...risks.map(({ level, post }) => ({
      role: 'risk' as const,
      text: `▲${RISK_LEVELS[level][language]}${post === '' ? '' : ` ${post}`}`,
    })),
  ];
}

/** Sets one text below the other. */
class Setter {
  readonly texts: PlacedText[] = [];
  readonly placedBadges: Badge[] = [];
  width = 0;
  height = 0;
  readonly #x: number;
  readonly #y: number;
  readonly #most: number;

  constructor(x: number, y: number, most: number) {
    this.#x = x;
    this.#y = y;
    this.#most = most;
  }

  text(role: TextRole, text: string): void {
    const isTitle = role === 'title';
    const size = isTitle ? SIZES.title : SIZES.small;
    const leading = isTitle ? SIZES.titleLeading : SIZES.smallLeading;
    const lines = breakLines(text, this.#most, size);
    if (lines.length === 0) return;
    const baseline = this.#y + this.height + (leading + size * 0.72) / 2;
    this.texts.push({ role, lines, x: this.#x, y: Math.round(baseline * 2) / 2, size, leading });
    this.height += lines.length * leading;
    this.width = Math.max(this.width, ...lines.map((line) => textWidth(line, size)));
  }

  /** Section and post on one line if they fit there, and else below each other. */
  actor(section: string, post: string): void {
    const together = [section, post].filter((part) => part !== '').join(' · ');
    if (textWidth(together, SIZES.small) <= this.#most) return this.text('actor', together);
    this.text('actor', section);
    this.text('actor', post);
  }

  badges(badges: readonly Pick<Badge, 'role' | 'text'>[]): void {
    if (badges.length === 0) return;
    let x = 0;
    let y = this.height + 4;
    for (const { role, text } of badges) {
      for (const line of breakLines(text, this.#most - 2 * BADGE_PADDING, SIZES.badge)) {
        const width = Math.ceil(textWidth(line, SIZES.badge) + 2 * BADGE_PADDING);
        if (x > 0 && x + width > this.#most) {
          x = 0;
          y += SIZES.badgeHeight + 3;
        }
        this.placedBadges.push({ role, text: line, x: this.#x + x, y: this.#y + y, width, height: SIZES.badgeHeight });
        this.width = Math.max(this.width, x + width);
        x += width + BADGE_GAP;
      }
    }
    this.height = y + SIZES.badgeHeight + 1;
  }
}
