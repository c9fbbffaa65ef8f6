import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. Days compare correctly as strings. */
export type IsoDate = string;

/** An instant in UTC, as `Date.toISOString()` writes it. Instants compare correctly as strings. */
export type IsoInstant = string;

/** China keeps one time zone, without summer time since 1991: 8 hours ahead of UTC. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Whether `text` is a day that exists: `2023-02-30` is not. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

export const isoDateSchema = z.string().refine(isIsoDate, 'not a day that exists, such as "2026-11-20"');
export const isoInstantSchema = z.iso.datetime({ offset: false, precision: 3 });

/** The day in China on which `instant` falls. */
export function dayInChina(instant: IsoInstant): IsoDate {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** `YYYY-MM-DD HH:mm` in China: how pages print a time, and the form of the `PubDate` tag (国办发〔2017〕47号 附件). */
export function minuteInChina(instant: IsoInstant): string {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** The instant of `YYYY-MM-DDTHH:mm` in China, as a form gives it; null where it is none. */
export function instantOfMinuteInChina(minute: string): IsoInstant | null {
  const at = Date.parse(`${minute}Z`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(minute) && !Number.isNaN(at)
    ? new Date(at - CHINA_OFFSET_MS).toISOString()
    : null;
}

/** The instant at which a day begins in China. */
export function startOfDayInChina(day: IsoDate): IsoInstant {
  return new Date(Date.parse(`${day}T00:00:00Z`) - CHINA_OFFSET_MS).toISOString();
}
