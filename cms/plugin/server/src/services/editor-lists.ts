import type { Core } from '@strapi/strapi';
import { ALL_ITEM_UIDS, ITEM } from '../plugin-id.ts';

const EVERY_NIGHT = '17 3 * * *';

/**
 * What the lists of the admin need to stay quick at 100,000 items: a search that reads no more than it must, and for
 * SQLite an index in the very order of the list that everybody opens, and statistics, which it does not collect by
 * itself. PostgreSQL looks after its own.
 */
export async function keepListsQuick(strapi: Core.Strapi): Promise<void> {
  keepOutOfSearch(strapi);
  if (strapi.db.dialect.client !== 'sqlite') return;
  const { tableName } = strapi.db.metadata.get(ITEM);
  // Strapi sorts by "updated_at DESC, id ASC", and its schemas know no descending index. With all that a search looks at,
  // so that one without a hit reads no bodies.
  await strapi.db.connection.raw(
    `create index if not exists disclosure_items_editors_idx on ??
     (published_at, updated_at desc, id, title, slug, index_no, doc_no)`,
    [tableName],
  );
  await collectStatistics(strapi, tableName);
  strapi.cron.add({
    disclosureStatistics: {
      task: () => collectStatistics(strapi, tableName),
      options: { rule: EVERY_NIGHT, tz: 'Asia/Shanghai' },
    },
  });
}

/** The list's search reads every draft, and nobody looks for what Strapi adds to them. */
function keepOutOfSearch(strapi: Core.Strapi): void {
  for (const uid of ALL_ITEM_UIDS) {
    const { attributes } = strapi.db.metadata.get(uid);
    for (const name of ['documentId', 'locale']) Object.assign(attributes[name] ?? {}, { searchable: false });
  }
}

/** Looks at a sample of each index, which takes milliseconds whatever the size of the tables. */
async function collectStatistics(strapi: Core.Strapi, itemTable: string): Promise<void> {
  const { connection } = strapi.db;
  await connection.raw('pragma analysis_limit = 1000');
  await connection.raw('analyze');
  await correctDrafts(connection, itemTable);
}

/**
 * Drafts are the rows without `published_at`. SQLite counts no two NULLs as equal, takes an index that begins with that
 * column for one that leaves two rows, and reads 100,000 of them; in truth it leaves about half.
 * https://www.sqlite.org/fileformat2.html#the_sqlite_stat1_table
 */
async function correctDrafts(connection: Core.Strapi['db']['connection'], itemTable: string): Promise<void> {
  const statistics: { idx: string; stat: string }[] = await connection('sqlite_stat1')
    .where({ tbl: itemTable })
    .whereNotNull('idx')
    .select('idx', 'stat');
  for (const { idx, stat } of statistics) {
    const columns: { name: string }[] = await connection.raw('select name from pragma_index_info(?) order by seqno', [
      idx,
    ]);
    if (columns[0]?.name !== 'published_at') continue;
    const [rows = '1', , ...rest] = stat.split(' ');
    const corrected = [rows, String(Math.ceil(Number(rows) / 2)), ...rest].join(' ');
    await connection('sqlite_stat1').where({ tbl: itemTable, idx }).update({ stat: corrected });
  }
  // Has the connection read them again.
  await connection.raw('analyze sqlite_schema');
}
