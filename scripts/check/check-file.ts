import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { checkMarkup, checkText, type CheckContext, type Finding } from '../../shared/src/checks/index.ts';
import { decodeText } from '../import/decode-text.ts';
import { refuse } from '../import/refusal.ts';
import { readableText } from './readable-text.ts';

/** A finding with its place in the file as it is stored; lines and columns count from one. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
}

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
  return checkText({ place: path, part: null, text: source }, context);
}

function checkHtml(source: string, path: string, context: CheckContext): Finding[] {
  const { text, offsets } = readableText(source);
  const inText = checkText({ place: path, part: null, text }, context).map((finding) => ({
    ...finding,
    at: offsets[finding.at] ?? 0,
  }));
  return [...inText, ...checkMarkup({ place: path, part: null, text: source }, context)].sort(
    (one, other) => one.at - other.at,
  );
}

function placed(findings: readonly Finding[], source: string): PlacedFinding[] {
  let line = 1;
  let lineStart = 0;
  return findings.map((finding) => {
    for (
      let next = source.indexOf('\n', lineStart);
      next >= 0 && next < finding.at;
      next = source.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = next + 1;
    }
    return { ...finding, line, column: finding.at - lineStart + 1 };
  });
}
