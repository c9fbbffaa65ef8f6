import { GENRES, ITEM_TYPES } from 'disclosure-contract';
import { labelOf } from './interface-text.ts';
import type { Entry } from './node/views.ts';
import { issuerName } from './section-name.ts';

/** The line below an entry's title: kind, issuer and document number, as far as they are known. */
export function aboutEntry(entry: Entry): string {
  return [kindOf(entry), issuerName(entry), entry.docNo].filter((part) => part !== null && part !== '').join(' · ');
}

/** What kind of thing an entry is: a power, a guide, a risk point; else its genre, or its category where the genre says nothing. */
function kindOf(entry: Entry): string {
  if (entry.type !== 'item') return labelOf(ITEM_TYPES[entry.type]);
  return entry.genre === 'other' ? entry.category.name : labelOf(GENRES[entry.genre]);
}
