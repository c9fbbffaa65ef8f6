import {
  CHANNELS,
  HANDLING_FORMS,
  LEGAL_BASES,
  LEVELS,
  SERVICE_TARGETS,
  TARGET_AUDIENCES,
  type Marked,
} from 'disclosure-contract';
import { oneLine } from './plain-text.ts';
import type { Problem } from './problem.ts';

const VOCABULARIES = { LEGAL_BASES, CHANNELS, LEVELS, TARGET_AUDIENCES, SERVICE_TARGETS, HANDLING_FORMS } as const;
type VocabularyName = keyof typeof VOCABULARIES;
const NO_SUCH_CODE = '这里只能选择列表中的选项，请重新选择。';
const MOST_WORDS = 50;
const LONGEST_WORD = 100;

export type Reading<T> = { kind: 'read'; value: T } | { kind: 'wrong'; problem: Problem };

/** A list of codes of a vocabulary, without repetitions. Empty input is an empty list. */
export function readCodes(path: string, written: unknown, vocabulary: VocabularyName): Reading<string[]> {
  const list = listOf(written);
  if (list === null || !list.every((code) => isCodeOf(vocabulary, code))) return wrong(path, NO_SUCH_CODE);
  return { kind: 'read', value: [...new Set(list as string[])] };
}

/** As {@link readCodes}, where an empty list would say nothing. */
export function readSomeCodes(path: string, written: unknown, vocabulary: VocabularyName): Reading<string[]> {
  const reading = readCodes(path, written, vocabulary);
  return reading.kind === 'read' && reading.value.length === 0 ? wrong(path, '请至少选择一项。') : reading;
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

/**
 * A list of entries that are each marked required or optional: codes of a vocabulary, or words where there is none. Of
 * entries with one value the first counts.
 */
export function readMarked(path: string, written: unknown, vocabulary?: VocabularyName): Reading<Marked<string>[]> {
  const list = listOf(written);
  if (list === null || !list.every(isMarked)) {
    return wrong(path, '每一项都要写明内容，并标明必须公开还是可选公开。请逐项核对。');
  }
  const marks = new Map<string, boolean>();
  for (const { value, required } of list) {
    const key = oneLine(value);
    if (!marks.has(key)) marks.set(key, required);
  }
  const values = [...marks.keys()];
  const reading = vocabulary === undefined ? readWords(path, values) : readCodes(path, values, vocabulary);
  if (reading.kind === 'wrong') return reading;
  return { kind: 'read', value: reading.value.map((value) => ({ value, required: marks.get(value) === true })) };
}

function isCodeOf(vocabulary: VocabularyName, code: unknown): boolean {
  return typeof code === 'string' && Object.hasOwn(VOCABULARIES[vocabulary], code);
}

function isMarked(entry: unknown): entry is Marked<string> {
  if (typeof entry !== 'object' || entry === null) return false;
  const { value, required } = entry as Partial<Record<keyof Marked<string>, unknown>>;
  return typeof value === 'string' && typeof required === 'boolean';
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
