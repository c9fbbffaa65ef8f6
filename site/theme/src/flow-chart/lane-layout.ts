import type { ChartPlan, PlannedLine } from './chart-plan.ts';
import { SIZES, type Box, type ChartLayout, type Lane, type Line, type Point } from './chart.ts';
import { tracksOf, uprightTracks } from './lane-channels.ts';
import { laneColumns, uprightAt, type LaneColumns } from './lane-columns.ts';
import { cellOf, laneGrid, laneRoute, type LaneGrid, type LaneRoute } from './lane-grid.ts';
import { hangLabels, type HangingLabel } from './lane-labels.ts';
import { lanePorts, type LanePorts } from './lane-ports.ts';
import { breakLines } from './line-breaking.ts';

const MARGIN = 8;
const TRACK = 10;
const ABOVE_TRACKS = 10;
const BELOW_TRACKS = 16;
const HEADING_PADDING = 6;

/**
 * Lays a chart out in swim-lanes: a column for each actor, time from top to bottom. Lines go down from a box into the channel
 * below it, across, up or down beside the boxes, across in the channel above the box that they come to, and down into it.
 */
export function layoutInLanes(plan: ChartPlan): ChartLayout {
  const grid = laneGrid(plan);
  const ways = waysOf(plan, grid);
  const columns = laneColumns(plan, grid, gutterSizes(ways, grid));
  const ports = lanePorts(plan, grid, columns.columns);
  const labels = labelsOf(plan, grid, ports, columns);
  const crosspieces = crosspiecesOf(ways, ports, columns);
  const headings = grid.names.map((name, at) => {
    const { left = 0, right = 0 } = columns.columns[at] ?? {};
    return breakLines(name, right - left, SIZES.small);
  });
  const headingHeight = Math.max(1, ...headings.map(({ length }) => length)) * SIZES.smallLeading + 2 * HEADING_PADDING;
  const levels = levelsOf(plan, grid, crosspieces, labels, MARGIN + headingHeight);
  return {
    width: columns.width,
    height: levels.foot + MARGIN,
    boxes: boxesOf(plan, grid, columns, levels),
    lines: plan.lines.map((line, at) => lineOf(line, at)),
    lanes: lanesOf(headings, headingHeight, columns, levels),
  };

  function lineOf({ words: _words, ...line }: PlannedLine, at: number): Line {
    const from = plan.boxes.find(({ node }) => node.id === line.from);
    const { row } = cellOf(grid, { id: line.from });
    const points: Point[] = [{ x: ports.exits.get(at) ?? 0, y: (levels.rows[row] ?? 0) + (from?.height ?? 0) }];
    for (const { channel, begin, end, track } of crosspieces.filter((piece) => piece.line === at)) {
      const y = (levels.tracks[channel] ?? 0) + track * TRACK;
      if (begin !== end) points.push({ x: begin, y }, { x: end, y });
    }
    points.push({ x: ports.entries.get(at) ?? 0, y: levels.rows[cellOf(grid, { id: line.to }).row] ?? 0 });
    const hanging = labels.get(at);
    if (hanging === undefined) return { ...line, points, label: null };
    const { top, ...label } = hanging;
    return { ...line, points, label: { ...label, y: (levels.channels[row + 1] ?? 0) + top } };
  }
}

/** By which way a line goes. Channel `n` is what lies above row `n`. */
interface Way {
  readonly leaves: number;
  readonly enters: number;
  readonly route: LaneRoute;
  readonly track: number;
}

function waysOf({ lines }: ChartPlan, grid: LaneGrid): Way[] {
  const routes = lines.map((line) => {
    const leaves = cellOf(grid, { id: line.from }).row + 1;
    return { leaves, enters: cellOf(grid, { id: line.to }).row, route: laneRoute(grid, line) };
  });
  const tracks = routes.map(() => 0);
  for (let gutter = 0; gutter <= grid.names.length; gutter += 1) {
    const own = [...routes.keys()].filter((at) => gutterOf(routes[at]?.route) === gutter);
    const spans = own.map((at) => {
      const { leaves = 0, enters = 0 } = routes[at] ?? {};
      return { first: Math.min(leaves, enters), last: Math.max(leaves, enters) };
    });
    for (const [place, track] of uprightTracks(spans).entries()) tracks[own[place] ?? 0] = track;
  }
  return routes.map((route, at) => ({ ...route, track: tracks[at] ?? 0 }));
}

function gutterOf(route?: LaneRoute): number | null {
  return route?.by === 'gutter' ? route.gutter : null;
}

/** How many tracks each gutter has. */
function gutterSizes(ways: readonly Way[], { names }: LaneGrid): number[] {
  return Array.from({ length: names.length + 1 }, (_, gutter) =>
    Math.max(0, ...ways.filter(({ route }) => gutterOf(route) === gutter).map(({ track }) => track + 1)),
  );
}

/** Where a line goes across, in the order in which it comes there. */
interface PlacedCrosspiece {
  readonly line: number;
  readonly channel: number;
  readonly begin: number;
  readonly end: number;
  track: number;
}

function crosspiecesOf(ways: readonly Way[], ports: LanePorts, { gutters }: LaneColumns): PlacedCrosspiece[] {
  const pieces = ways.flatMap(({ leaves, enters, route, track }, line): (PlacedCrosspiece & Turn)[] => {
    const exit = ports.exits.get(line) ?? 0;
    const entry = ports.entries.get(line) ?? 0;
    const whole = { line, begin: exit, end: entry, track: 0, comesFrom: 'above', goesOn: 'below' } as const;
    if (route.by !== 'gutter') return [{ ...whole, channel: route.by === 'down_own' ? enters : leaves }];
    const beside = uprightAt(gutters, route.gutter, track);
    const [on, from] = enters > leaves ? (['below', 'above'] as const) : (['above', 'below'] as const);
    return [
      { ...whole, channel: leaves, end: beside, goesOn: on },
      { ...whole, channel: enters, begin: beside, comesFrom: from },
    ];
  });
  const isAcross = ({ begin, end }: PlacedCrosspiece) => begin !== end;
  for (const channel of new Set(pieces.map((piece) => piece.channel))) {
    const own = pieces.filter((piece) => piece.channel === channel && isAcross(piece));
    const tracks = tracksOf(
      own.map(({ begin, end, comesFrom, goesOn }) => ({
        left: Math.min(begin, end),
        right: Math.max(begin, end),
        up: [...(comesFrom === 'above' ? [begin] : []), ...(goesOn === 'above' ? [end] : [])],
        down: [...(comesFrom === 'below' ? [begin] : []), ...(goesOn === 'below' ? [end] : [])],
      })),
    );
    for (const [at, piece] of own.entries()) piece.track = tracks[at] ?? 0;
  }
  return pieces;
}

interface Turn {
  readonly comesFrom: 'above' | 'below';
  readonly goesOn: 'above' | 'below';
}

function labelsOf({ boxes, lines }: ChartPlan, grid: LaneGrid, { exits }: LanePorts, { columns }: LaneColumns) {
  const labels = new Map<number, HangingLabel>();
  for (const { node } of boxes) {
    const { left = 0, right = 0 } = columns[cellOf(grid, node).lane] ?? {};
    const own = lines
      .map(({ from, words }, at) => ({ from, at, words, x: exits.get(at) ?? 0 }))
      .filter(({ from }) => from === node.id)
      .sort((a, b) => a.x - b.x);
    for (const [place, label] of hangLabels(own, left - 8, right + 8).entries())
      if (label !== null) labels.set(own[place]?.at ?? 0, label);
  }
  return labels;
}

/** Where channels, their tracks and rows begin, from top to bottom. */
interface Levels {
  readonly channels: readonly number[];
  readonly tracks: readonly number[];
  readonly rows: readonly number[];
  readonly foot: number;
}

function levelsOf(
  { boxes, lines }: ChartPlan,
  grid: LaneGrid,
  crosspieces: readonly PlacedCrosspiece[],
  labels: ReadonlyMap<number, HangingLabel>,
  top: number,
): Levels {
  const [channels, tracks, rows]: [number[], number[], number[]] = [[], [], []];
  let y = top;
  for (let at = 0; at <= grid.rows; at += 1) {
    const hanging = [...labels].filter(([line]) => cellOf(grid, { id: lines[line]?.from ?? '' }).row + 1 === at);
    const labelled = Math.max(0, ...hanging.map(([, label]) => label.top + label.height));
    const own = crosspieces.filter(({ channel, begin, end }) => channel === at && begin !== end);
    const across = Math.max(0, ...own.map(({ track }) => track)) * TRACK;
    channels.push(y);
    tracks.push(y + labelled + ABOVE_TRACKS);
    y += labelled + ABOVE_TRACKS + across + BELOW_TRACKS;
    rows.push(y);
    y += Math.max(0, ...boxes.filter(({ node }) => cellOf(grid, node).row === at).map(({ height }) => height));
  }
  return { channels, tracks, rows, foot: y };
}

function boxesOf({ boxes }: ChartPlan, grid: LaneGrid, { columns }: LaneColumns, { rows }: Levels): Box[] {
  return boxes.map(({ node, ...box }) => {
    const { lane, row } = cellOf(grid, node);
    const x = Math.round((columns[lane]?.middle ?? 0) - box.width / 2);
    return { ...box, nodeId: node.id, kind: node.kind, x, y: rows[row] ?? 0 };
  });
}

function lanesOf(
  headings: readonly (readonly string[])[],
  headingHeight: number,
  { borders }: LaneColumns,
  { foot }: Levels,
): Lane[] {
  return headings.map((heading, at) => {
    const [x = 0, end = 0] = borders.slice(at, at + 2);
    return { x, y: MARGIN, width: end - x, height: foot - MARGIN, heading, headingHeight };
  });
}
