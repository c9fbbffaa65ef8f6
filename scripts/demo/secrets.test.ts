import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSecrets } from './secrets.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'secrets-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

test('secrets are made once and kept', () => {
  expect(keptSecrets(dataDir)).toEqual(keptSecrets(dataDir));
});

test('secrets are for their owner alone', () => {
  keptSecrets(dataDir);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('every secret has 32 random bytes of its own', () => {
  const values = Object.values(keptSecrets(dataDir)).flatMap((value) => value.split(','));
  expect(new Set(values).size).toBe(values.length);
  for (const value of values) expect(Buffer.from(value, 'base64url')).toHaveLength(32);
});

test('a damaged file of secrets is named, not replaced', () => {
  writeFileSync(join(dataDir, 'secrets.json'), '{"NODE_TOKEN": "x"');
  expect(() => keptSecrets(dataDir)).toThrow(/lacks APP_KEYS/);
});
