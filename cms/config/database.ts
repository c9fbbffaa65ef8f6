import { settings } from '../src/settings';

interface SqliteConnection {
  pragma(text: string): void;
}

/** A reader never waits for a writer, and what was committed, and may be public, survives a power cut. */
function prepareSqlite(
  connection: SqliteConnection,
  done: (error: Error | null, connection: SqliteConnection) => void,
): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('cache_size = -65536');
  done(null, connection);
}

const sqlite = {
  client: 'sqlite',
  connection: { filename: settings.sqliteFile },
  useNullAsDefault: true,
  pool: { afterCreate: prepareSqlite },
};

function postgres() {
  const connectionString = process.env['DATABASE_URL'];
  if (!connectionString) {
    throw new Error('Cannot start the CMS: DATABASE_CLIENT is "postgres", and DATABASE_URL is missing');
  }
  return { client: 'postgres', connection: { connectionString }, pool: { min: 0, max: 10 } };
}

export default () => {
  const client = process.env['DATABASE_CLIENT'] || 'sqlite';
  if (client === 'sqlite') return { connection: sqlite };
  if (client === 'postgres') return { connection: postgres() };
  throw new Error(`Cannot start the CMS: DATABASE_CLIENT must be "sqlite" or "postgres", and is "${client}"`);
};
