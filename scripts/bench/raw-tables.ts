import type { Strapi } from '../seed/strapi.ts';

/** The better-sqlite3 connection below knex: prepared statements, a hundred times as fast as the query engine. */
export interface RawDatabase {
  prepare(sql: string): {
    run(...values: readonly unknown[]): unknown;
    all(...values: readonly unknown[]): unknown[];
    get(...values: readonly unknown[]): unknown;
  };
  pragma(text: string): unknown;
  exec(sql: string): unknown;
}

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn?: { readonly name: string };
  readonly morphColumn?: {
    readonly typeColumn: { readonly name: string };
    readonly idColumn: { readonly name: string };
  };
  readonly orderColumnName?: string;
}

interface Metadata {
  readonly tableName: string;
  readonly attributes: Readonly<
    Record<string, { readonly type: string; readonly columnName?: string; readonly joinTable?: JoinTable }>
  >;
}

interface Knex {
  client: { acquireConnection(): Promise<RawDatabase>; releaseConnection(connection: RawDatabase): Promise<void> };
}

interface NewToken {
  readonly name: string;
  readonly description: string;
  readonly type: 'full-access';
  readonly lifespan: null;
}

/** What filling needs of Strapi beside what the seed calls. */
export type FillableStrapi = Omit<Strapi, 'load' | 'service'> & {
  load(): Promise<unknown>;
  service(uid: 'admin::api-token'): { create(token: NewToken): Promise<{ accessKey: string }> };
  log: { level: string };
  db: { connection: Knex; metadata: { get(uid: string): Metadata } };
};

/** Runs `work` with the one connection of a SQLite database; nobody else can reach the database meanwhile. */
export async function withRawDatabase<Result>(
  strapi: FillableStrapi,
  work: (raw: RawDatabase) => Result,
): Promise<Result> {
  const { client } = strapi.db.connection;
  const raw = await client.acquireConnection();
  try {
    return work(raw);
  } finally {
    await client.releaseConnection(raw);
  }
}

export function tableOf(strapi: FillableStrapi, uid: string): string {
  return strapi.db.metadata.get(uid).tableName;
}

export function joinTableOf(strapi: FillableStrapi, uid: string, attribute: string): JoinTable {
  const { joinTable } = strapi.db.metadata.get(uid).attributes[attribute] ?? {};
  if (!joinTable) throw new Error(`Cannot fill ${uid}: its attribute "${attribute}" has no table of its own`);
  return joinTable;
}

/** Inserts rows of a content type by the names of its attributes. Values are written as Strapi writes them in SQLite. */
export function insertInto(strapi: FillableStrapi, raw: RawDatabase, uid: string, names: readonly string[]) {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const columns = names.map((name) => {
    const column = attributes[name]?.columnName;
    if (column === undefined) throw new Error(`Cannot fill ${uid}: it has no column for "${name}"`);
    return { name, column, type: attributes[name]?.type ?? '' };
  });
  const statement = raw.prepare(
    `INSERT INTO "${tableName}" (${columns.map(({ column }) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row: Readonly<Record<string, unknown>>) => {
    statement.run(...columns.map(({ name, type }) => stored(row[name], type)));
  };
}

/** Inserts rows of a table that is no content type. */
export function insertRows(raw: RawDatabase, table: string, columns: readonly string[]) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = raw.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  return (...values: readonly unknown[]) => {
    statement.run(...values);
  };
}

function stored(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'datetime') return Date.parse(String(value));
  if (type === 'boolean') return value === true ? 1 : 0;
  return value;
}
