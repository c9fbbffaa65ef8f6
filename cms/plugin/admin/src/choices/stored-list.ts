/** A stored list as a form holds it: parsed, as JSON text, or absent. */
export function storedList(value: unknown): unknown[] {
  const list: unknown = typeof value === 'string' ? parseJson(value) : value;
  return Array.isArray(list) ? list : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
