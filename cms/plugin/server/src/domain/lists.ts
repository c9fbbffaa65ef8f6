import { CHANNELS, LEGAL_BASES } from 'disclosure-contract';
import { oneLine } from './plain-text.ts';
import type { Problem } from './problem.ts';

const VOCABULARIES = { LEGAL_BASES, CHANNELS } as const;
const MOST_WORDS = 50;
const LONGEST_WORD = 100;

export type Reading<T> = { kind: 'read'; value: T } | { kind: 'wrong'; problem: Problem };

/** A list of codes of a vocabulary, without repetitions. Empty input is an empty list. */
export function readCodes(path: string, written: unknown, vocabulary: keyof typeof VOCABULARIES): Reading<string[]> {
  const known: Readonly<Record<string, unknown>> = VOCABULARIES[vocabulary];
  const list = listOf(written);
  if (list === null || !list.every((code) => typeof code === 'string' && Object.hasOwn(known, code))) {
    return wrong(path, '这里只能选择列表中的选项，请重新选择。');
  }
  return { kind: 'read', value: [...new Set(list as string[])] };
}

/** A list of words: trimmed, without empty ones and repetitions. */
export function readWords(path: string, written: unknown): Reading<string[]> {
  const list = listOf(written);
  if (list === null || !list.every((word) => typeof word === 'string')) {
    return wrong(path, '请逐个填写词语，每个词语一行。');
  }
  const words = [...new Set((list as string[]).map(oneLine).filter((word) => word !== ''))];
  if (words.length > MOST_WORDS)
    return wrong(path, `最多填写 ${MOST_WORDS} 个词语，目前有 ${words.length} 个，请删减。`);
  const long = words.find((word) => word.length > LONGEST_WORD);
  if (long !== undefined) return wrong(path, `每个词语最多 ${LONGEST_WORD} 个字，请缩短“${long.slice(0, 10)}……”。`);
  return { kind: 'read', value: words };
}

/** The content manager sends JSON fields as they are; forms of other clients send them as text. */
function listOf(written: unknown): unknown[] | null {
  if (written === null || written === undefined || written === '') return [];
  if (Array.isArray(written)) return written;
  if (typeof written !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(written);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function wrong(path: string, message: string): { kind: 'wrong'; problem: Problem } {
  return { kind: 'wrong', problem: { path, code: 'field_invalid', message } };
}
