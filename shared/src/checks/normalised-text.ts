/**
 * A text as it is searched for numbers: digits and letters of full width are plain ones, and what has no width is gone.
 * Positions lead back to the text as it was written.
 */
export interface NormalisedText {
  readonly text: string;
  /** Where in the original the range [from, to) of `text` stands. */
  originalRange(from: number, to: number): { readonly start: number; readonly end: number };
}

/** Characters without width or ink, and marks of direction: between two digits nobody sees them. */
const WIDTHLESS = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;

const FULL_WIDTH_OFFSET = 0xfee0;

export function normaliseForNumbers(original: string): NormalisedText {
  const starts: number[] = [];
  let text = '';
  for (let at = 0; at < original.length; at += 1) {
    const char = original.charAt(at);
    if (WIDTHLESS.test(char)) continue;
    starts.push(at);
    text += isFullWidth(char) ? String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET) : char;
  }
  return {
    text,
    originalRange: (from, to) => {
      const start = starts[from] ?? original.length;
      const last = starts[to - 1];
      return { start, end: to <= from || last === undefined ? start : last + 1 };
    },
  };
}

/** The printable ASCII characters in their full-width forms, ！ to ～. */
function isFullWidth(char: string): boolean {
  return char >= '\uff01' && char <= '\uff5e';
}
