import { hash } from 'node:crypto';
import { normaliseText, type Item } from 'disclosure-contract';
import { ENTRY_COLUMNS, ENTRY_JOINS, toEntry, type EntryRow } from './entry-rows.ts';
import type { Statements } from './rows.ts';
import type { Entry } from './views.ts';

/** Entries that a page shows of what is related to an item. */
const MOST_RELATED = 6;

/** Neighbours that are looked at on each side in a topic: what an item's coming can change is no more than these. */
const REACH = 2;

/** Keywords of an item that count; the first ones say most. */
const MOST_KEYWORDS = 5;

/** Items that explain the same document, of which there are seldom more than some. */
const MOST_SIBLINGS = 4;

/**
 * What an item is about, as numbers: its categories and its first keywords. A record has relations of its own, and
 * neighbours in its category say nothing about it.
 */
function topicsOf({ categories, keywords, record }: Item): number[] {
  if (record !== null) return [];
  const words = keywords.slice(0, MOST_KEYWORDS).map((word) => `keyword ${normaliseText(word)}`);
  return [...new Set([...categories.map((category) => `category ${category}`), ...words].map(keyOf))];
}

/** 48 bits of a hash: two topics that share them would lead to a related item that is none, and to nothing worse. */
function keyOf(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16);
}

/** Enters what an item is about. `former` are the topics that it had before. */
export function enterTopics(
  statements: Statements,
  { id, item, former }: { readonly id: number; readonly item: Item; readonly former: readonly number[] },
): { readonly isChanged: boolean } {
  const topics = topicsOf(item);
  for (const topic of topics) statements.run('INSERT OR IGNORE INTO topic VALUES (?, ?)', topic, id);
  return { isChanged: topics.toSorted().join() !== former.toSorted().join() };
}

/** Gives the topics that were taken away. */
export function removeTopics(statements: Statements, id: number): number[] {
  const topics = statements.all<{ topic: number }>('SELECT topic FROM topic WHERE item = ?', id);
  statements.run('DELETE FROM topic WHERE item = ?', id);
  return topics.map(({ topic }) => topic);
}

/**
 * documentIds of the items next to one in its topics. Being next to each other is mutual: nobody else's page can change by
 * its coming or going.
 */
export function neighboursOf(statements: Statements, id: number): string[] {
  return [...sharedTopics(statements, id).keys()].flatMap((number) => {
    const row = statements.get<{ document_id: string }>('SELECT document_id FROM item WHERE id = ?', number);
    return row === undefined ? [] : [row.document_id];
  });
}

/** The items next to one in each of its topics, by number, and in how many of them. Items are numbered by their day. */
function sharedTopics(statements: Statements, id: number): Map<number, number> {
  const topics = statements.all<{ topic: number }>('SELECT topic FROM topic WHERE item = ?', id);
  const shared = new Map<number, number>();
  for (const { topic } of topics) {
    const near = statements.all<{ item: number }>(
      `SELECT item FROM (SELECT item FROM topic WHERE topic = ?1 AND item < ?2 ORDER BY item DESC LIMIT ?3)
       UNION ALL
       SELECT item FROM (SELECT item FROM topic WHERE topic = ?1 AND item > ?2 ORDER BY item LIMIT ?3)`,
      topic,
      id,
      REACH,
    );
    for (const { item } of near) shared.set(item, (shared.get(item) ?? 0) + 1);
  }
  return shared;
}

/**
 * 相关信息: what explains the same document, then the nearest in time of the same topics, those first that share most. What
 * the page shows elsewhere is left out.
 */
export function relatedTo(
  statements: Statements,
  documentId: string,
  shownElsewhere: ReadonlySet<string>,
): readonly Entry[] {
  const self = statements.get<{ id: number }>('SELECT id FROM item WHERE document_id = ?', documentId);
  if (self === undefined) return [];
  const near = [...sharedTopics(statements, self.id)]
    .sort(([one, sharedByOne], [other, sharedByOther]) => sharedByOther - sharedByOne || other - one)
    .map(([id]) => id);
  const ids = [...new Set([...siblingsOf(statements, documentId), ...near])];
  const entries: Entry[] = [];
  for (const id of ids) {
    if (entries.length === MOST_RELATED) break;
    const row = statements.get<EntryRow & Record<string, never>>(
      `SELECT ${ENTRY_COLUMNS} FROM item ${ENTRY_JOINS} WHERE item.id = ?`,
      id,
    );
    if (row !== undefined && row.document_id !== documentId && !shownElsewhere.has(row.document_id)) {
      entries.push(toEntry(row));
    }
  }
  return entries;
}

/** Items that explain what this one explains. */
function siblingsOf(statements: Statements, documentId: string): number[] {
  return statements
    .all<{ id: number }>(
      `SELECT DISTINCT item.id FROM interpretation own JOIN interpretation other ON other.interprets = own.interprets
       JOIN item ON item.document_id = other.item WHERE own.item = ?1 AND other.item <> ?1 ORDER BY item.id DESC LIMIT ?2`,
      documentId,
      MOST_SIBLINGS,
    )
    .map(({ id }) => id);
}
