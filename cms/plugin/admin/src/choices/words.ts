import { storedList } from './stored-list.ts';

const SEPARATORS = /[,，、;；\n\r\t]+/;

/** The words of a text in which they are separated by commas, 、, semicolons, tabs or lines. */
export function splitWords(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export function endsWord(text: string): boolean {
  return SEPARATORS.test(text);
}

/** `words` with those of `added` that it does not have yet. */
export function withWords(words: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...words, ...added])];
}

/** The texts of a stored list. */
export function listOfStrings(value: unknown): string[] {
  return storedList(value).filter((entry) => typeof entry === 'string');
}
