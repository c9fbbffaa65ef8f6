/**
 * 文号 (发文字号), GB/T 9704-2012 §7.2.5: organ's characters, year in six-angle brackets 〔〕, running number without
 * 第 and without leading zeros, 号. Orders (令) carry a number alone.
 */
const STANDARD = /^[\u4e00-\u9fa5A-Za-z]{1,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/;
const ORDER = /^[\u4e00-\u9fa5A-Za-z]{1,40}令第?[1-9]\d*号$/;

const OPENING = '[〔\\[【（(﹝［［]';
const CLOSING = '[〕\\]】）)﹞］］]';
const VARIANT = new RegExp(
  `^([\\u4e00-\\u9fa5A-Za-z]{1,20})${OPENING}(\\d{2}|\\d{4})${CLOSING}(?:第)?0*([1-9]\\d{0,4})号?$`,
);

export type DocumentNumberCheck =
  | { kind: 'standard'; value: string }
  /** Understood, and written otherwise than the standard asks: `value` is the standard form. */
  | { kind: 'normalised'; value: string; written: string }
  | { kind: 'invalid'; written: string };

/** Half-width letters and digits, no white space. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '');
}

/**
 * Reads a document number as people write it: other brackets, full-width digits, zero padding, a two-digit year or a
 * missing 号 are understood and given back in the standard form. Empty input is the caller's business.
 */
export function checkDocumentNumber(written: string): DocumentNumberCheck {
  const text = written.trim();
  if (STANDARD.test(text) || ORDER.test(text)) return { kind: 'standard', value: text };

  const compact = narrow(text);
  if (ORDER.test(compact)) return { kind: 'normalised', value: compact, written };
  const parts = VARIANT.exec(compact);
  if (!parts) return { kind: 'invalid', written };
  const [, organ, year, number] = parts as unknown as [string, string, string, string];
  return { kind: 'normalised', value: `${organ}〔${fullYear(year)}〕${number}号`, written };
}

/** Two-digit years are of the 20th century from 50 on. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) >= 50 ? `19${year}` : `20${year}`;
}

/** What all ways of writing one document number or index number have in common; the key of an exact search. */
export function numberKey(written: string): string {
  return narrow(written)
    .toUpperCase()
    .replace(/[〔〕[\]【】（）()﹝﹞［］<>《》"“”'‘’]/g, '|')
    .replace(/[-—–－―\u2010-\u2015\u2212]/g, '-')
    .replace(/\|(\d{2})\|/g, (_, year: string) => `|${fullYear(year)}|`)
    .replace(/\|第?0*(\d+)号?$/, '|$1')
    .replace(/令第?0*(\d+)号?$/, '令|$1')
    .replace(/^\|+|\|+$/g, '');
}
