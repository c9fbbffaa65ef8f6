import { indexTokens, type IsoDate } from 'disclosure-contract';
import type { Statements } from './rows.ts';
import { newestItems } from './search.ts';
import { spellingsOf } from './sound-alikes.ts';
import type { SearchQuery } from './views.ts';

/** A search that finds no more than this may have been typed wrong … */
const FEW_HITS = 2;
/** … if something that sounds like it finds at least so many. */
const MANY_HITS = 10;
const MOST_SUGGESTIONS = 3;
/** Of these the ones that find the most are suggested. */
const MOST_TRIED = 12;

/** A word that filters leave nothing of is not wrong. */
const EVERYWHERE = { sort: 'date', page: 1 } as const;

/**
 * What may have been meant by a search that finds `total` items: the same with the word that finds the least spelled as it
 * sounds. It asks the index as it is, and each suggestion finds something with the same filters.
 */
export function didYouMean(statements: Statements, query: SearchQuery, today: IsoDate, total: number): string[] {
  const words = wordsIn(query.text.trim());
  if (total > FEW_HITS || words[0] === '') return [];
  const found = (asked: SearchQuery) => newestItems(statements, asked, today, MANY_HITS).length;
  const hits = words.map((text) => found({ ...EVERYWHERE, text }));
  const fewest = Math.min(...hits);
  if (fewest > FEW_HITS) return [];
  const at = hits.indexOf(fewest);

  const ofNames = new Set(namesIn(statements).flatMap((name) => indexTokens(name).pairs));
  const isKnown = (pair: string) => ofNames.has(pair) || isInTitles(statements, pair);
  const needed = total === 0 ? 1 : MANY_HITS;
  return [...new Set(spellingsOf(words[at] ?? '', isKnown))]
    .slice(0, MOST_TRIED)
    .map((spelling) => words.with(at, spelling).join(' '))
    .map((text) => ({ text, hits: found({ ...query, text }) }))
    .filter(({ hits }) => hits >= needed)
    .sort((one, other) => other.hits - one.hits)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ text }) => text);
}

/** What letters are read as may be written with spaces between its syllables. */
function wordsIn(text: string): string[] {
  return /^[a-z' -]+$/i.test(text) ? [text] : text.split(/\s+/);
}

function namesIn(statements: Statements): string[] {
  return statements
    .all<{ name: string }>('SELECT name FROM category UNION SELECT name FROM organ')
    .map(({ name }) => name);
}

function isInTitles(statements: Statements, pair: string): boolean {
  return statements.get('SELECT 1 FROM search_title WHERE search_title MATCH ? LIMIT 1', `"${pair}"`) !== undefined;
}
