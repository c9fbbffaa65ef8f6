/*
 * A form asks for a time on the clock of China, whatever clock the browser runs on: China has one offset and no summer time.
 */

/** `2026-11-20T09:30`, as an input for date and time gives it, as an instant. Null for what is no time. */
export function instantInChina(written: string): string | null {
  const at = Date.parse(`${written}:00.000+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** An instant as an input for date and time takes it. */
export function clockInChina(instant: string): string {
  const at = new Date(Date.parse(instant) + 8 * 60 * 60 * 1000);
  return at.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}
