import { GENRES } from 'disclosure-contract';
import { labelOf } from './interface-text.ts';
import type { Entry, Reference } from './node/views.ts';

/** What kind of thing an entry is: its genre, or its category where the genre says nothing. */
export function kindOf(entry: Pick<Entry, 'genre' | 'category'>): string {
  return entry.genre === 'other' ? entry.category.name : labelOf(GENRES[entry.genre]);
}

/** The section responsible, without the department's name in front of its own; else the department. */
export function issuerOf({ publisher, responsible }: Pick<Entry, 'publisher' | 'responsible'>): string {
  return responsible === null ? publisher.name : nameWithin(responsible, publisher);
}

function nameWithin(organ: Reference, whole: Reference): string {
  const hasPrefix = organ.name.startsWith(whole.name) && organ.name.length > whole.name.length;
  return hasPrefix ? organ.name.slice(whole.name.length) : organ.name;
}
