import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { dayInChina, type IsoDate } from 'disclosure-contract';
import { marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readDemoPowers } from './demo-powers.ts';

/** Front matter of `items/*.md`; organs and categories are named by code, items by the name of their file. */
const frontMatterSchema = z.strictObject({
  title: z.string(),
  categories: z.array(z.string()).min(1),
  publisher: z.string(),
  responsible: z.string(),
  docNo: z.string().optional(),
  source: z.string().optional(),
  subject: z.string(),
  genre: z.string(),
  keywords: z.array(z.string()),
  abstract: z.string().optional(),
  writtenOn: z.string().optional(),
  originalDate: z.string().optional(),
  /** In place of the two days above: public so many days before the demo is filled, and written the day before. */
  daysAgo: z.int().min(1).optional(),
  effectiveOn: z.string().optional(),
  repealedOn: z.string().optional(),
  validity: z.string().optional(),
  legalBasis: z.array(z.string()),
  scope: z.string(),
  deadlineRule: z.string().optional(),
  reviewProcedure: z.string().optional(),
  interpretationOf: z.union([z.string(), z.array(z.string())]).optional(),
  replaces: z.union([z.string(), z.array(z.string())]).optional(),
  attachments: z
    .array(z.strictObject({ file: z.string(), name: z.string(), accessibleText: z.string().optional() }))
    .default([]),
});

/** What the plugin's importer takes. */
export interface ImportItem {
  readonly importKey: string;
  readonly importHash: string;
  readonly originalDate: string;
  readonly interprets: readonly string[];
  readonly replaces?: readonly string[];
  readonly [field: string]: unknown;
}

export interface DemoContent {
  readonly organs: unknown[];
  readonly categories: unknown[];
  /** In the order of publishing: by original day, and what is explained before what explains it; then powers, and what names them. */
  readonly items: ImportItem[];
}

/** Reads the whole demo before anything of it is stored: a mistake in its last file shows at once. */
export function readDemoContent(folder: string, now = new Date()): DemoContent {
  const list = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown[];
  const files = readdirSync(join(folder, 'items')).filter((name) => name.endsWith('.md'));
  return {
    organs: list('organs.json'),
    categories: list('categories.json'),
    items: [...inOrder(files.map((name) => readItem(folder, name, now))), ...readDemoPowers(folder)],
  };
}

function readItem(folder: string, name: string, now: Date): ImportItem {
  const text = readFileSync(join(folder, 'items', name), 'utf8');
  const { frontMatter, markdown } = splitFrontMatter(text, name);
  const parsed = frontMatterSchema.safeParse(parseYaml(frontMatter));
  if (!parsed.success) throw new Error(`Cannot read demo item "${name}": ${z.prettifyError(parsed.error)}`);

  const { attachments, interpretationOf, replaces, legalBasis, validity, writtenOn, originalDate, daysAgo, ...fields } =
    parsed.data;
  const days = daysOf({ writtenOn, originalDate, daysAgo }, now);
  if (days === null) {
    throw new Error(`Cannot read demo item "${name}": it needs either writtenOn and originalDate, or daysAgo`);
  }
  const files = attachments.map(({ file, name, accessibleText = null }) => ({
    path: join(folder, file),
    name: withExtension(name, file),
    accessibleText,
  }));
  const hash = createHash('sha256').update(text);
  for (const { path } of files) hash.update(readFileSync(path));
  return {
    ...fields,
    ...days,
    importKey: `demo/${basename(name, '.md')}`,
    importHash: hash.digest('hex'),
    body: marked.parse(markdown, { async: false, gfm: true }),
    legalBases: legalBasis,
    statedValidity: validity ?? null,
    interprets: keysOf(interpretationOf),
    replaces: keysOf(replaces),
    attachments: files,
    publish: true,
  };
}

interface Days {
  readonly writtenOn: string;
  readonly originalDate: string;
}

type GivenDays = {
  readonly [name in keyof Days]?: Days[name] | undefined;
} & { readonly daysAgo?: number | undefined };

const DAY_MS = 24 * 60 * 60 * 1000;

/** Null where both ways of giving them are taken, or neither. */
export function daysOf({ writtenOn, originalDate, daysAgo }: GivenDays, now: Date): Days | null {
  const before = (days: number): IsoDate => dayInChina(new Date(now.getTime() - days * DAY_MS).toISOString());
  if (daysAgo === undefined) {
    return writtenOn === undefined || originalDate === undefined ? null : { writtenOn, originalDate };
  }
  if (writtenOn !== undefined || originalDate !== undefined) return null;
  return { writtenOn: before(daysAgo + 1), originalDate: before(daysAgo) };
}

function keysOf(names: string | readonly string[] | undefined): string[] {
  return [names ?? []].flat().map((name) => `demo/${name}`);
}

export function splitFrontMatter(text: string, name: string): { frontMatter: string; markdown: string } {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined) {
    throw new Error(`Cannot read demo item "${name}": it must begin with front matter between two lines of "---"`);
  }
  return { frontMatter: parts[1], markdown: parts[2] };
}

/** What a file is called on a reader's disk says what it is. */
function withExtension(name: string, file: string): string {
  const extension = extname(file);
  return name.toLowerCase().endsWith(extension.toLowerCase()) ? name : `${name}${extension}`;
}

export function inOrder(items: readonly ImportItem[]): ImportItem[] {
  const waiting = new Map(items.map((item) => [item.importKey, item]));
  const ordered: ImportItem[] = [];
  const place = (item: ImportItem): void => {
    if (!waiting.delete(item.importKey)) return;
    for (const key of [...item.interprets, ...(item.replaces ?? [])]) {
      const explained = waiting.get(key);
      if (explained) place(explained);
    }
    ordered.push(item);
  };
  for (const item of [...items].sort(
    (a, b) => compare(a.originalDate, b.originalDate) || compare(a.importKey, b.importKey),
  )) {
    place(item);
  }
  return ordered;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
