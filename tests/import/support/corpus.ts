import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handbook } from '../../support/handbook.ts';

export const regulations = join(handbook, 'corpus/regulations');
export const SEED_PAGE = '2012年市住建委政务公开年报.txt';

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** A text as it is compared: without what nobody sees. */
export function bare(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** The title of every regulation by its file, as the corpus itself lists them; empty without a handbook. */
export function titlesOfRegulations(): Map<string, string> {
  const path = join(handbook, 'corpus/manifest.csv');
  if (!existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  return new Map(
    lines.map((line) => {
      const [, file = '', title = ''] = /^(.+\.md),(.+),\d+$/.exec(line) ?? [];
      return [file, title] as const;
    }),
  );
}

/** The text below the title, without marks, and without the title where it is printed a second time. */
export function bodyOf(source: string, title: string): string {
  const below = source
    .replace(/^# .*$/m, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/^#+ /gm, '');
  return bare(below).startsWith(bare(title)) ? bare(below).slice(bare(title).length) : below;
}

/** What the headings below the title say, in order. */
export function headingsOf(source: string): string[] {
  return [...source.matchAll(/^#{2,} (.*)$/gm)].map(([, words = '']) => bare(words));
}
