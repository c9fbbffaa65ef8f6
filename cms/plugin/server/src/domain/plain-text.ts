/** Control characters, and marks that turn the direction of what follows: a title could show other words than it holds. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu;

/** Characters without width or ink. The two joiners are spelling in some scripts and stay. */
const INVISIBLE = /[\u00ad\u034f\u200b\u2060-\u2064\u206a-\u206f\ufeff]/gu;

/** Text of one line: what breaks a line becomes a space. */
export function oneLine(text: string): string {
  return text
    .replace(/\s*[\t\n\v\f\r\u0085\u2028\u2029]+\s*/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(INVISIBLE, '')
    .trim();
}

/** Text of several lines, or markup: line breaks and tabs stay. */
export function manyLines(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, (char) => (char === '\n' || char === '\t' ? char : ''))
    .replace(INVISIBLE, '');
}

/** What has neither ink nor a name: joiners, fillers and blanks of every width. */
const INKLESS = /[\s\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]/gu;

/** Whether a reader sees anything of `text`. */
export function hasInk(text: string): boolean {
  return text.replace(INKLESS, '') !== '';
}
