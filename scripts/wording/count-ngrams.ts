import { LONGEST_NGRAM, type Ngram } from '../../shared/src/checks/ngram-table.ts';
import type { Regulation } from './regulations.ts';

/** In fewer documents a run of characters is chance, or one writer's mistake. */
const LEAST_DOCUMENTS = 2;

/** Every run of up to five characters that stands in at least two documents, with how many those are. */
export function countNgrams(regulations: readonly Regulation[]): Ngram[] {
  const ngrams: Ngram[] = [];
  for (let length = 1; length <= LONGEST_NGRAM; length += 1) {
    const counts = new Map<string, { documents: number; last: number }>();
    regulations.forEach(({ seen }, document) => {
      for (let at = 0; at + length <= seen.length; at += 1) {
        const ngram = seen.slice(at, at + length);
        const count = counts.get(ngram);
        if (count === undefined) counts.set(ngram, { documents: 1, last: document });
        else if (count.last !== document) {
          count.documents += 1;
          count.last = document;
        }
      }
    });
    for (const [ngram, { documents }] of counts) {
      if (documents < LEAST_DOCUMENTS) continue;
      ngrams.push({ codes: Uint16Array.from(ngram, (char) => char.charCodeAt(0)), documents });
    }
  }
  return ngrams;
}
