import { isIsoDate, type IsoDate } from 'disclosure-contract';

/** 2026-11-20, 2026/11/20, 2026.11.20, 2026年11月20日 and 20261120: the day; undefined for what is no day, '' for nothing. */
export function dayIn(text: string): IsoDate | '' | undefined {
  const written = text.trim();
  if (written === '') return '';
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(read) ? read : undefined;
}
