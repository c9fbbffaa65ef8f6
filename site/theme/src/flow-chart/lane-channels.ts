/** A part of a line that goes across between two rows. */
export interface Crosspiece {
  readonly left: number;
  readonly right: number;
  /** Where it goes on upwards and downwards. */
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** Crosspieces keep this far from each other's ends when they share a track. */
const APART = 8;

/** Gives each crosspiece of a channel its track, from 0 at the top, so that few lines cross. */
export function tracksOf(pieces: readonly Crosspiece[]): number[] {
  const order = pieces.map((_, at) => at);
  // Neighbours change places while that saves crossings; each change saves one at least, so it ends.
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (let at = 0; at + 1 < order.length; at += 1) {
      const [upper, lower] = [order[at] ?? 0, order[at + 1] ?? 0];
      if (crossings(pieces[lower], pieces[upper]) >= crossings(pieces[upper], pieces[lower])) continue;
      order[at] = lower;
      order[at + 1] = upper;
      hasChanged = true;
    }
  }
  const tracks = pieces.map(() => 0);
  for (const [at, own] of order.entries()) {
    const above = order.slice(0, at).filter((other) => meet(pieces[own], pieces[other]));
    tracks[own] = Math.max(-1, ...above.map((other) => tracks[other] ?? 0)) + 1;
  }
  return tracks;
}

/** How often two crosspieces cross when one is above the other. */
function crossings(upper?: Crosspiece, lower?: Crosspiece): number {
  if (upper === undefined || lower === undefined) return 0;
  const within = (places: readonly number[], { left, right }: Crosspiece) =>
    places.filter((x) => x > left && x < right).length;
  return within(lower.up, upper) + within(upper.down, lower);
}

function meet(one?: Crosspiece, other?: Crosspiece): boolean {
  if (one === undefined || other === undefined) return false;
  return one.left < other.right + APART && other.left < one.right + APART;
}

/** Tracks of upright parts in a gutter, by the channels from which to which they go: none shares one in its channels. */
export function uprightTracks(spans: readonly { readonly first: number; readonly last: number }[]): number[] {
  const ends: number[] = [];
  const order = spans.map((span, at) => ({ ...span, at })).sort((a, b) => a.first - b.first || b.last - a.last);
  const tracks = spans.map(() => 0);
  for (const { first, last, at } of order) {
    const free = ends.findIndex((end) => end < first);
    const track = free >= 0 ? free : ends.length;
    ends[track] = last;
    tracks[at] = track;
  }
  return tracks;
}
