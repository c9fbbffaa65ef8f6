import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { checkMarkup, checkTexts, type CheckContext, type Finding } from '../../shared/src/checks/index.ts';
import { decodeText } from '../import/decode-text.ts';
import { refuse } from '../import/refusal.ts';
import { ATTACHMENT_ENDINGS, checkAttachment } from './check-attachment.ts';
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
  return endingOf(path) in READERS || isAttachment(path);
}

/** Whether it is read as the gate reads attachments, which takes the built plugin. */
export function isAttachment(path: string): boolean {
  return (ATTACHMENT_ENDINGS as readonly string[]).includes(endingOf(path));
}

/** All findings in a file, in its order. Throws only refusals. */
export async function checkFile(path: string, context: CheckContext): Promise<(Finding | PlacedFinding)[]> {
  const check = READERS[endingOf(path)];
  if (check === undefined && !isAttachment(path)) {
    return refuse(`不能检查这种文件：只能检查 ${[...Object.keys(READERS), ...ATTACHMENT_ENDINGS].join('、')}`);
  }
  const bytes = await readFile(path).catch((error: unknown) => refuse('无法读取文件：找不到，或者没有读取权限', error));
  if (check === undefined) return checkAttachment(bytes, path, context);
  const source = bytes.length === 0 ? '' : decodeText(bytes);
  return placed(check(source, path, context), source);
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
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
