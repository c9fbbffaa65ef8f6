import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

const NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'NODE_TOKEN',
  'NUDGE_SECRET',
] as const;

export type Secrets = Readonly<Record<(typeof NAMES)[number], string>>;

/** The secrets of a data directory, made at its first start and kept: a new NODE_TOKEN would lock the site out. */
export function keptSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  if (!existsSync(path)) {
    // Written whole or not at all, so that a start that is cut off leaves no file without its last secrets.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  }
  return readSecrets(path);
}

function newSecrets(): Secrets {
  return Object.fromEntries(
    NAMES.map((name) => [name, name === 'APP_KEYS' ? `${secret()},${secret()}` : secret()]),
  ) as Secrets;
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function readSecrets(path: string): Secrets {
  const kept = parse(readFileSync(path, 'utf8'));
  const missing = NAMES.filter((name) => typeof kept[name] !== 'string' || kept[name] === '');
  if (missing.length === 0) return kept as Secrets;
  throw new Refusal(
    `${path} 缺少 ${missing.join('、')}，请补上，或删除整个数据目录重新开始`,
    `${path} lacks ${missing.join(', ')}: add them, or delete the data directory to start over`,
  );
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
