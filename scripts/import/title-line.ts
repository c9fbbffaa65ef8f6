import { checkDocumentNumber } from '../../shared/src/index.ts';
import type { Block } from './blocks.ts';
import { isTitleLike } from './page-head.ts';

const LONGEST = 200;
const NUMBERED =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十百零\d]+[编章节条]|\d+[.、．])/;

export interface TitledBody {
  readonly title: string | null;
  readonly body: readonly Block[];
}

/** The title of a text without mark-up: its first line, or on paper with a red head the first line below the number. */
export function takeTitleLine(blocks: readonly Block[]): TitledBody {
  const numberAt = blocks.slice(0, 4).findIndex((block) => isDocNoLine(block.text));
  const afterNumber = numberAt >= 0 && numberAt < blocks.length - 1 && isRedHead(blocks, numberAt) ? numberAt + 1 : 0;
  const candidate = blocks[afterNumber];
  if (!candidate || candidate.kind === 'other' || !canBeTitle(candidate.text)) return { title: null, body: blocks };
  return { title: candidate.text, body: blocks.filter((_, index) => index !== afterNumber) };
}

/** A number above the title: alone at the top, or under the line 某某局文件. Below a title it says nothing about it. */
function isRedHead(blocks: readonly Block[], numberAt: number): boolean {
  return blocks.slice(0, numberAt).every((block) => /文件$/.test(block.text.replace(/\s/g, '')));
}

export function canBeTitle(text: string): boolean {
  return isTitleLike(text) && !NUMBERED.test(text) && !isDocNoLine(text);
}

/** A line that holds a document number and nothing else. */
export function isDocNoLine(text: string): boolean {
  const line = text.replace(/^[（(]\s*(.*?)\s*[)）]$/, '$1');
  return /号$/.test(line) && /\d/.test(line) && checkDocumentNumber(line).kind !== 'invalid';
}

/** The title as it is stored, or null when there is none that could be. */
export function usableTitle(title: string | null): string | null {
  const text = (title ?? '')
    .replace(/[^\S\u3000]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return text === '' || text.length > LONGEST ? null : text;
}
