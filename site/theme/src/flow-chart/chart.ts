import type { FlowChangeKind, NodeKind, OrderedExit } from 'disclosure-contract/flow';

/** Where everything of a chart stands, in pixels from its top left corner. What is drawn is only ever read from this. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly lanes: readonly Lane[];
  /** Of a part of a chart: where it begins in the whole, and where its lines go on in another part. */
  readonly top?: number;
  readonly joints?: readonly Joint[];
}

/** Where a line was cut between two parts of a chart. Both ends bear the same letter. */
export interface Joint extends Point {
  readonly letter: string;
  readonly leads: 'to_next' | 'from_previous';
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node as it is drawn. */
export interface Box extends Area {
  readonly nodeId: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Number of its entry in the ordered text; null for a node that was taken away. */
  readonly number: number | null;
  readonly content: BoxContent;
  readonly change: FlowChangeKind | null;
}

/** What stands in a box, from the top left corner of the box on. */
export interface BoxContent {
  /** The part of the box that its outline leaves free. No text leaves it. */
  readonly inner: Area;
  readonly texts: readonly PlacedText[];
  readonly badges: readonly Badge[];
}

export type TextRole = 'number' | 'title' | 'actor' | 'limit' | 'pause';

export interface PlacedText extends Point {
  readonly role: TextRole;
  /** `y` is the base line of the first, `x` where each begins. */
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
}

/** A right of the person concerned, or a risk point with its level. */
export interface Badge extends Area {
  readonly role: 'right' | 'risk';
  readonly text: string;
}

/** An edge as it is drawn: from point to point, each straight across or straight down. */
export interface Line {
  readonly edgeId: string;
  readonly from: string;
  readonly to: string;
  readonly kind: OrderedExit['kind'];
  readonly points: readonly Point[];
  readonly label: LineLabel | null;
  readonly change: FlowChangeKind | null;
  /** Of a piece of a line: whether it is without the beginning or the end. */
  readonly lacks?: { readonly beginning: boolean; readonly end: boolean };
}

export interface LineLabel extends Area {
  readonly lines: readonly string[];
}

/** The column of one actor, from its heading to the foot of the chart. */
export interface Lane extends Area {
  readonly heading: readonly string[];
  readonly headingHeight: number;
}

export const SIZES = {
  title: 14,
  titleLeading: 20,
  small: 12,
  smallLeading: 17,
  badge: 11,
  badgeHeight: 17,
} as const;
