/** A node of JSON-LD in the vocabulary of schema.org. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** JSON that may stand inside a script element: no `<` ends it, no line separator breaks it. */
export function scriptJson(data: LinkedData): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
