import type { IsoDate } from 'disclosure-contract';

const PREFIXES = 1000;
/** Running numbers of an index number have five digits. */
const RUNNING = 100_000;
const PER_DAY = PREFIXES * RUNNING;

/**
 * The number of an item in the content store. It begins with the day on which the item is listed, so that whatever is
 * read by number is read by date and nothing has to be sorted. The rest follows from the index number, so that every
 * node puts the items of a day in the same order. Two prefixes may give the same number; the next one is then taken.
 */
export function itemNumber(listedOn: IsoDate, indexNo: string): number {
  const [prefix = '', rest = ''] = indexNo.split('/');
  const running = Number(/\d{1,5}$/.exec(rest)?.[0] ?? 0);
  return firstItemNumber(listedOn) + placeOf(prefix) * RUNNING + running;
}

/** No item listed on `day` or later has a smaller number. The day may be the beginning of one, such as a year. */
export function firstItemNumber(day: string): number {
  return Number(day.replaceAll('-', '').padEnd(8, '0')) * PER_DAY;
}

function placeOf(prefix: string): number {
  let sum = 0;
  for (const char of prefix) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % PREFIXES;
  return sum;
}
