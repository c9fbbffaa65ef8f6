const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as a body: one paragraph for each line that has words in it. */
export function paragraphsOf(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => `<p>${line.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char)}</p>`)
    .join('');
}
