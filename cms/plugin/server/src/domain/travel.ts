import { travelsTo, type Audience, type Disclosure } from 'disclosure-contract';
import type { Reach } from '../content-types/rows.ts';

const WIDTH: Readonly<Record<Reach, number>> = { none: 0, staff: 1, public: 2 };

export const REACHES = Object.keys(WIDTH) as readonly Reach[];

/** The widest audience that an item may travel to. A draft of which this is not decided travels nowhere. */
export function reachOf({ disclosureMode, scope }: { [Name in keyof Disclosure]: Disclosure[Name] | null }): Reach {
  if (disclosureMode === null || scope === null) return 'none';
  const item = { disclosureMode, scope };
  if (travelsTo(item, 'public')) return 'public';
  return travelsTo(item, 'staff') ? 'staff' : 'none';
}

export function widest(one: Reach, other: Reach): Reach {
  return WIDTH[one] >= WIDTH[other] ? one : other;
}

/** Whether `reach` leaves out somebody whom `other` reaches. */
export function isNarrower(reach: Reach, other: Reach): boolean {
  return WIDTH[reach] < WIDTH[other];
}

/** Whether what reaches `reach` reaches a node of this audience: staff nodes get what public nodes get. */
export function admits(reach: Reach, audience: Audience): boolean {
  return WIDTH[reach] >= WIDTH[audience === 'public' ? 'public' : 'staff'];
}

/** What a node is told of a change: all of it, that the item is gone, or nothing. */
export type Telling = 'payload' | 'removal' | 'nothing';

/** The one rule of the feed. A node learns of a removal only when an earlier version was sent to its audience. */
export function tellingFor(change: { audience: Reach; sentTo: Reach }, audience: Audience): Telling {
  if (admits(change.audience, audience)) return 'payload';
  return admits(change.sentTo, audience) ? 'removal' : 'nothing';
}
