import { isIsoDate } from '../dates.ts';
import { type CheckedText, type Finding, findingIn } from './finding.ts';

/** A day as people write it, perhaps with its weekday. */
const DAY =
  /(?<![\d.-])((?:19|20)\d{2})(?:年(\d{1,2})月(\d{1,2})日|([-/.])(\d{1,2})\4(\d{1,2})(?![\d.]))(?:\s*[（(]?\s*(?:星期|周|礼拜)([一二三四五六日天])\s*[）)]?)?/g;
const DAY_ALONE = /(?<!\d|\d年)(\d{1,2})月(\d{1,2})日/g;
const WEEKDAYS = '日一二三四五六';
/** 29 February may be meant where no year is written. */
const LEAP_YEAR = '2024';

/** Days that no calendar has, and days on another weekday than the text says. */
export function checkDates(checked: CheckedText): Finding[] {
  const whole = [...checked.text.matchAll(DAY)].flatMap((match) => {
    const [found, year = '', month, day, , otherMonth, otherDay, weekday] = match;
    const iso = isoOf(year, month ?? otherMonth ?? '', day ?? otherDay ?? '');
    // Numbers with dots are versions and sections as well.
    if (!isIsoDate(iso)) return match[4] === '.' ? [] : [impossible(checked, match.index, found)];
    return weekday === undefined ? [] : wrongWeekday(checked, { at: match.index, found, iso, weekday });
  });
  const alone = [...checked.text.matchAll(DAY_ALONE)]
    .filter(([, month = '', day = '']) => !isIsoDate(isoOf(LEAP_YEAR, month, day)))
    .map(({ 0: found, index }) => impossible(checked, index, found));
  return [...whole, ...alone];
}

function isoOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function impossible(checked: CheckedText, at: number, found: string): Finding {
  return findingIn(checked, {
    rule: 'impossible_date',
    severity: 'error',
    at,
    found,
    suggestion: null,
    message: { zh: `日历上没有“${found}”这一天`, en: `There is no such day as "${found}"` },
  });
}

function wrongWeekday(
  checked: CheckedText,
  { at, found, iso, weekday }: { at: number; found: string; iso: string; weekday: string },
): Finding[] {
  const right = WEEKDAYS.charAt(new Date(`${iso}T00:00:00Z`).getUTCDay());
  if (right === weekday.replace('天', '日')) return [];
  const place = found.lastIndexOf(weekday);
  return [
    findingIn(checked, {
      rule: 'wrong_weekday',
      severity: 'error',
      at,
      found,
      suggestion: found.slice(0, place) + right + found.slice(place + 1),
      message: { zh: `${iso}是星期${right}，不是星期${weekday}`, en: `${iso} falls on another weekday than written` },
    }),
  ];
}
