import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { checkMarkup, checkTexts, type CheckContext, type Finding } from '../../shared/src/checks/index.ts';
import { decodeText } from '../import/decode-text.ts';
import { refuse } from '../import/refusal.ts';
import { placed, type PlacedFinding } from './placed-finding.ts';
import { readableText } from './readable-text.ts';

type SourceCheck = (source: string, path: string, context: CheckContext) => Finding[];

/** How files are read, by the ending of their names. */
const READERS: Readonly<Record<string, SourceCheck>> = {
  '.txt': checkPlain,
  '.md': checkPlain,
  '.html': checkHtml,
  '.htm': checkHtml,
};

export function isReadable(path: string): boolean {
  return extname(path).toLowerCase() in READERS;
}

/** All findings in a file, in its order. Throws only refusals. */
export async function checkFile(path: string, context: CheckContext): Promise<PlacedFinding[]> {
  const check = READERS[extname(path).toLowerCase()];
  if (check === undefined) return refuse(`不能检查这种文件：只能检查 ${Object.keys(READERS).join('、')}`);
  const bytes = await readFile(path).catch((error: unknown) => refuse('无法读取文件：找不到，或者没有读取权限', error));
  const source = bytes.length === 0 ? '' : decodeText(bytes);
  return placed(check(source, path, context), source);
}

function checkPlain(source: string, path: string, context: CheckContext): Finding[] {
  return checkTexts([{ place: path, part: null, text: source }], context).sort(byPlace);
}

function checkHtml(source: string, path: string, context: CheckContext): Finding[] {
  const { text, offsets } = readableText(source);
  const inText = checkTexts([{ place: path, part: null, text }], context).map((finding) => ({
    ...finding,
    at: offsets[finding.at] ?? 0,
  }));
  return [...inText, ...checkMarkup({ place: path, part: null, text: source }, context)].sort(byPlace);
}

function byPlace(one: Finding, other: Finding): number {
  return one.at - other.at;
}
