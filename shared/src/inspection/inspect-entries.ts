import { dayInChina, type IsoDate } from '../dates.ts';
import type { InspectionFinding } from './finding.ts';
import { found } from './found.ts';
import type { InspectedEntry } from './inspected-site.ts';

/** 弄虚作假: days that cannot be true, or that differ from the record. */
export function inspectDates(entries: readonly InspectedEntry[], day: IsoDate): InspectionFinding[] {
  return entries.flatMap((entry) => {
    const { place, title, shownOn, writtenOn } = entry;
    if (shownOn > day) return [found('date_in_future', place, { title, date: shownOn })];
    const recorded = recordedDay(entry);
    if (recorded !== shownOn) return [found('date_unlike_record', place, { title, date: shownOn, recorded })];
    if (entry.publishedAt < entry.firstPublishedAt) {
      const words = { title, date: dayInChina(entry.publishedAt), recorded: dayInChina(entry.firstPublishedAt) };
      return [found('date_unlike_record', place, words)];
    }
    if (writtenOn === null || writtenOn <= shownOn) return [];
    return [found('date_before_writing', place, { title, date: shownOn, recorded: writtenOn })];
  });
}

/** An original day is one from before the system had the item: a later one is none. */
function recordedDay({ originalDate, firstPublishedAt }: InspectedEntry): IsoDate {
  const first = dayInChina(firstPublishedAt);
  return originalDate === null || originalDate > first ? first : originalDate;
}

const ANNUAL_REPORT = /政府信息公开(?:工作)?(?:年度报告|年报)/;

/** 专栏姓专: the column of annual reports holds annual reports. */
export function inspectAnnualReports(entries: readonly Pick<InspectedEntry, 'place' | 'title'>[]): InspectionFinding[] {
  return entries
    .filter(({ title }) => !ANNUAL_REPORT.test(title))
    .map(({ place, title }) => found('annual_report_foreign', place, { title }));
}
