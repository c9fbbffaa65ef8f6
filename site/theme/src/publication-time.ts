import { minuteInChina, startOfDayInChina, type Item, type IsoInstant } from 'disclosure-contract';

type Publication = Pick<Item, 'originalDate' | 'firstPublishedAt'>;

/**
 * When the public first saw an item, as pages print it and the `PubDate` tag repeats it: to the minute, which is 00:00
 * where an import knew only the day.
 */
export function publicTime(item: Publication): string {
  return item.originalDate === null ? minuteInChina(item.firstPublishedAt) : `${item.originalDate} 00:00`;
}

/** The same as an instant, for feeds and linked data. */
export function publicInstant(item: Publication): IsoInstant {
  return item.originalDate === null ? item.firstPublishedAt : startOfDayInChina(item.originalDate);
}
