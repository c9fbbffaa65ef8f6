import { searchTerms, toMatch, type ItemType } from 'disclosure-contract';
import type { Statements } from './rows.ts';
import type { Suggestion } from './views.ts';

const MOST_SUGGESTIONS = 8;
/** So many guides and powers leave room for others. */
const MOST_SERVICES = 5;
/** Of lists, which lead to many things, so many come before what they hold. */
const MOST_LISTS = 2;
/** Among so many of the newest titles, what is done for people comes first. */
const TITLES_READ = 200;

const RANKS: Readonly<Record<ItemType, number>> = { guide: 0, power: 1, item: 2, risk_point: 3 };

/**
 * What somebody may be looking for who has typed `text` so far: guides and powers, categories and organs, and the newest items
 * with it in their titles.
 */
export function suggestionsFor(statements: Statements, text: string): Suggestion[] {
  const terms = searchTerms(text);
  if (terms === null) return [];
  const titled = statements
    .all<{ slug: string; type: ItemType; title: string }>(
      `SELECT item.slug, item.type, item.title FROM (
         SELECT rowid AS id FROM search_title WHERE search_title MATCH ? ORDER BY rowid DESC LIMIT ?
       ) JOIN item USING (id) ORDER BY item.id DESC`,
      toMatch(terms),
      TITLES_READ,
    )
    .sort((one, other) => RANKS[one.type] - RANKS[other.type])
    .map(({ slug, type, title }): Suggestion => ({ kind: type, code: slug, name: title }));
  const isService = ({ kind }: Suggestion) => kind === 'guide' || kind === 'power';
  const services = titled.filter(isService);
  const lists = listsNamed(statements, text.trim()).slice(0, MOST_LISTS);
  const others = titled.filter((suggestion) => !isService(suggestion));
  return [...services.slice(0, MOST_SERVICES), ...lists, ...others].slice(0, MOST_SUGGESTIONS);
}

/** Categories and organs with a text in their names, the shortest name first. */
function listsNamed(statements: Statements, text: string): Suggestion[] {
  return statements.all<Suggestion & Record<string, string>>(
    `SELECT kind, code, name FROM (
       SELECT 'category' AS kind, code, name FROM category UNION ALL SELECT 'organ', code, name FROM organ
     ) WHERE instr(name, ?) > 0 ORDER BY length(name), kind, code`,
    text,
  );
}
