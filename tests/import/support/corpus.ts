import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handbook } from '../../support/handbook.ts';
import { bare } from '../../support/public-pages.ts';

export const regulations = join(handbook, 'corpus/regulations');
export const SEED_PAGE = '2012年市住建委政务公开年报.txt';

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

/** What a file of the handbook is to become, taken from the file itself and not from what the import makes of it. */
export interface Source {
  readonly file: string;
  readonly title: string;
  /** Bare, below the title. */
  readonly text: string;
  readonly headings: readonly string[];
  /** Some characters in a row, from its middle. */
  readonly phrase: string;
}

/** The seed page and every regulation. */
export function sources(): Source[] {
  return [seedSource(), ...[...titlesOfRegulations()].map(([file, title]) => regulationSource(file, title))];
}

function regulationSource(file: string, title: string): Source {
  const source = readFileSync(join(regulations, file), 'utf8');
  const lines = source.split(/\r?\n/).filter((line) => !/^#|^<!--/.test(line));
  return { file, title, text: bare(bodyOf(source, title)), headings: headingsOf(source), phrase: phraseAmid(lines) };
}

/** What somebody put into the page when it stood on its former site may not be public again; its misprints may. */
export function seedPageWithoutAdvertising(): string {
  return readFileSync(join(handbook, 'seed', SEED_PAGE), 'utf8').replace(/^.*直播.*$/gm, '');
}

/** The page marks no headings: they are the numbered sentences, one of which stands in the middle of a line. */
function seedSource(): Source {
  const [, body = ''] = seedPageWithoutAdvertising().split(/字体:\[ \]/);
  const lines = body.split(/\r?\n/);
  return {
    file: SEED_PAGE,
    title: SEED_PAGE.replace(/\.txt$/, ''),
    text: bare(body),
    headings: lines.flatMap((line) => bare(line).match(/(?<=^|。)(?:[一二三]、|\([一二三四]\))[^。]*。?/g) ?? []),
    phrase: phraseAmid(lines),
  };
}

const PHRASE_LENGTH = 16;

/** From the middle of the line that is nearest to the middle of the text and long enough. */
function phraseAmid(lines: readonly string[]): string {
  const middle = lines.join('').length / 2;
  let before = 0;
  const places = lines.map((line) => ({ line: line.trim(), at: (before += line.length) - line.length / 2 }));
  const [nearest] = places
    .filter(({ line }) => line.length >= PHRASE_LENGTH)
    .sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle));
  const line = nearest?.line ?? lines.join('');
  const from = Math.floor((line.length - PHRASE_LENGTH) / 2);
  return line.slice(from, from + PHRASE_LENGTH);
}
