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

/** A stored list as the form holds it: parsed, as JSON text, or absent. */
export function listOfStrings(value: unknown): string[] {
  const list: unknown = typeof value === 'string' ? parseJson(value) : value;
  return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
