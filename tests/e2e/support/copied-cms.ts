import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A data directory with what the CMS of another has, taken while that one runs. */
export function copyOfCms(dataDir: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'gongkai-copy-'));
  cpSync(join(dataDir, 'cms'), join(copy, 'cms'), {
    recursive: true,
    filter: (path) => !/data\.db(?:-wal|-shm)?$/.test(path),
  });
  const database = new DatabaseSync(join(dataDir, 'cms/data.db'), { readOnly: true });
  database.prepare('VACUUM INTO ?').run(join(copy, 'cms/data.db'));
  database.close();
  return copy;
}
