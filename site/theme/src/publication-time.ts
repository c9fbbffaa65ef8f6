import { minuteInChina, startOfDayInChina, type Item, type IsoInstant } from 'disclosure-contract';

type Publication = Pick<Item, 'originalDate' | 'firstPublishedAt'>;

/** When the public first saw an item, as pages print it: to the minute, or the bare day that an import brought. */
export function publicTime(item: Publication): string {
  return item.originalDate ?? minuteInChina(item.firstPublishedAt);
}

/** The `PubDate` tag asks for a minute even where only the day is known. */
export function publicMinute(item: Publication): string {
  return item.originalDate === null ? minuteInChina(item.firstPublishedAt) : `${item.originalDate} 00:00`;
}

/** The same as an instant, for feeds and linked data. */
export function publicInstant(item: Publication): IsoInstant {
  return item.originalDate === null ? item.firstPublishedAt : startOfDayInChina(item.originalDate);
}
