import { HOME_WORDS, OFFICE_WORDS } from './personal-data-lists.ts';
import type { Suspicion } from './personal-data.ts';

/** Down to the flat: a building of an estate, then perhaps an entrance, then a room. */
const FLAT =
  /[\u4e00-\u9fff0-9]{2,30}?\d{1,4}\s*(?:号楼|号院|栋|幢|座|#楼|号)\s*(?:[\u4e00-\u9fff0-9]{0,3}单元)?\s*\d{1,2}?(?:层|楼)?\s*\d{2,4}\s*(?:室|户|房)/g;

/** Down to the house, where words before it say that somebody lives there. */
const HOUSE =
  /[\u4e00-\u9fff0-9]{2,30}?(?:路|街|巷|弄|村|庄|组|大道|胡同|里)[\u4e00-\u9fff]{0,4}\d{1,4}(?:-\d{1,3})?号/g;

/** How far before an address its label may stand. */
const LABEL_REACH = 10;

/** Addresses of homes. Those of offices are public: rooms of an office, and houses that no word calls a home. */
export function findHomeAddresses(text: string): Suspicion[] {
  const flats = [...text.matchAll(FLAT)].filter((found) => !OFFICE_WORDS.test(around(text, found)));
  const houses = [...text.matchAll(HOUSE)].filter((found) => HOME_WORDS.test(before(text, found) + found[0]));
  const found = [...flats, ...houses.filter((house) => !flats.some((flat) => overlaps(flat, house)))];
  return found.map((address) => ({
    rule: 'home_address',
    severity: 'warning',
    from: address.index,
    to: address.index + address[0].length,
    suggestion: untilTown(address[0]),
  }));
}

function before(text: string, { index }: RegExpExecArray): string {
  const label = text.slice(Math.max(0, index - LABEL_REACH), index);
  return label.slice(label.lastIndexOf('\n') + 1);
}

function around(text: string, found: RegExpExecArray): string {
  return before(text, found) + found[0];
}

function overlaps(one: RegExpExecArray, other: RegExpExecArray): boolean {
  return one.index < other.index + other[0].length && other.index < one.index + one[0].length;
}

/** The address as far as it may be public; null where it names no town or subdistrict. */
function untilTown(address: string): string | null {
  return /^.*?(?:街道|乡|镇)/.exec(address)?.[0] ?? null;
}
