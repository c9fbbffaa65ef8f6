import type { IsoDate, IsoInstant } from 'disclosure-contract';
import { ENTRY_COLUMNS, ENTRY_JOINS, toEntry, type EntryRow } from './entry-rows.ts';
import type { Statements } from './rows.ts';
import { newestItems } from './search.ts';
import type { NewsFeed, SearchQuery } from './views.ts';

/** Items of one news feed. */
const FEED_LENGTH = 50;

type Row = EntryRow & { published_at: string; first_published_at: string };

const COLUMNS = `${ENTRY_COLUMNS}, item.published_at, item.first_published_at`;
const NEWEST_FIRST = 'ORDER BY item.listed_on DESC, item.index_no DESC';

/** The newest of everything. */
export function newestOfAll(statements: Statements): NewsFeed['entries'] {
  return statements
    .all<Row>(`SELECT ${COLUMNS} FROM item ${ENTRY_JOINS} ${NEWEST_FIRST} LIMIT ?`, FEED_LENGTH)
    .map(toNewsEntry);
}

/** The newest of a list, which is a category's, by its documentId. */
export function newestOfList(statements: Statements, list: string): NewsFeed {
  const rows = statements.all<Row>(
    `SELECT ${COLUMNS} FROM (
       SELECT item FROM listing WHERE list = ? ORDER BY year DESC, listed_on DESC, index_no DESC LIMIT ?
     ) l JOIN item ON item.id = l.item ${ENTRY_JOINS} ${NEWEST_FIRST}`,
    list,
    FEED_LENGTH,
  );
  return feedOf(rows);
}

/** The newest that a search finds, whatever order and page it asks for. */
export function newestOfSearch(statements: Statements, query: SearchQuery, today: IsoDate): NewsFeed {
  const rows = statements.all<Row>(
    `SELECT ${COLUMNS} FROM item ${ENTRY_JOINS} WHERE item.id IN (SELECT value FROM json_each(?)) ${NEWEST_FIRST}`,
    JSON.stringify(newestItems(statements, query, today, FEED_LENGTH)),
  );
  return feedOf(rows);
}

/** A part of the site has changed when the newest version in it became public: what happens elsewhere is no news in it. */
function feedOf(rows: readonly Row[]): NewsFeed {
  const updatedAt = rows.reduce<IsoInstant | null>(
    (latest, { published_at }) => (latest === null || published_at > latest ? published_at : latest),
    null,
  );
  return { entries: rows.map(toNewsEntry), updatedAt };
}

function toNewsEntry(row: Row): NewsFeed['entries'][number] {
  return { ...toEntry(row), publishedAt: row.published_at, firstPublishedAt: row.first_published_at };
}
