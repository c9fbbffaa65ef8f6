import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../demo/refusal.mjs';

/** In the order in which they run: what changes the content comes after what only reads it. */
export const PARTS = [
  'pipeline',
  'rebuild',
  'guard',
  'lists',
  'search',
  'server',
  'ordinary',
  'checks',
  'flow',
  'editor',
  'pages',
] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly parts: readonly Part[];
  readonly items: number;
  readonly changes: number;
  readonly jsonPath: string | null;
  /** Address of a site that runs already, for the part `pages`; null: the demo is started for it. */
  readonly site: string | null;
  /** Folder that stays, and is taken up again by the next run; null: a temporary one. */
  readonly keep: string | null;
  /** Where the programs measured leave CPU profiles, or null. */
  readonly profiles: string | null;
}

const USAGE = `node scripts/bench.ts [${PARTS.join('|')} …] [--items 100000] [--changes 200] [--json FILE] [--site URL] [--keep DIR] [--profiles DIR]`;

export function readCommandLine(args: readonly string[], cwd: string): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      items: { type: 'string', default: '100000' },
      changes: { type: 'string', default: '200' },
      json: { type: 'string' },
      site: { type: 'string' },
      keep: { type: 'string' },
      profiles: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    throw new Refusal(
      `没有这些测试：${unknown.join('、')}\n${USAGE}`,
      `There are no such parts: ${unknown.join(', ')}`,
    );
  }
  const path = (given: string | undefined) => (given === undefined ? null : resolve(cwd, given));
  return {
    parts: PARTS.filter((part) => positionals.length === 0 || positionals.includes(part)),
    items: wholeNumber('items', values.items, 1000),
    changes: wholeNumber('changes', values.changes, 4),
    jsonPath: path(values.json),
    site: values.site?.replace(/\/$/, '') ?? null,
    keep: path(values.keep),
    profiles: path(values.profiles),
  };
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

function wholeNumber(name: string, written: string, least: number): number {
  const value = Number(written);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Refusal(
    `--${name} 应是不小于 ${least} 的整数，现在是“${written}”`,
    `--${name} must be a whole number of at least ${least}: found "${written}"`,
  );
}
