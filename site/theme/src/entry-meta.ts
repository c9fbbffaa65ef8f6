import { GENRES, ITEM_TYPES } from 'disclosure-contract';
import { labelOf } from './interface-text.ts';
import type { Entry, Reference } from './node/views.ts';

/** The line below an entry's title: kind, issuer and document number, as far as they are known. */
export function aboutEntry(entry: Entry): string {
  return [kindOf(entry), issuerOf(entry), entry.docNo].filter((part) => part !== null && part !== '').join(' · ');
}

/** What kind of thing an entry is: a power, a guide, a risk point; else its genre, or its category where the genre says nothing. */
function kindOf(entry: Entry): string {
  if (entry.type !== 'item') return labelOf(ITEM_TYPES[entry.type]);
  return entry.genre === 'other' ? entry.category.name : labelOf(GENRES[entry.genre]);
}

/** The section responsible, without the department's name in front of its own; else the department. */
function issuerOf({ publisher, responsible }: Entry): string {
  return responsible === null ? publisher.name : nameWithin(responsible, publisher);
}

function nameWithin(organ: Reference, whole: Reference): string {
  const hasPrefix = organ.name.startsWith(whole.name) && organ.name.length > whole.name.length;
  return hasPrefix ? organ.name.slice(whole.name.length) : organ.name;
}
