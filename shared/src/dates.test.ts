import { describe, expect, test } from 'vitest';
import {
  dayInChina,
  instantOfMinuteInChina,
  isIsoDate,
  isoInstantSchema,
  minuteInChina,
  startOfDayInChina,
} from './dates.ts';

test.each(['2023-02-28', '2024-02-29', '2000-02-29', '1949-10-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  '2023-02-29',
  '2023-02-30',
  '1900-02-29',
  '2023-04-31',
  '2023-13-01',
  '2023-00-10',
  '2023-01-00',
  '2023-1-1',
  '20230101',
  '2023-01-01T00:00:00Z',
  ' 2023-01-01',
  '2023-01-01\n',
  '',
])('"%s" is no day', (text) => {
  expect(isIsoDate(text)).toBe(false);
});

describe.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('in a process in %s', (zone) => {
  test('the day in China begins at 16:00 UTC', () => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(dayInChina('2026-01-31T15:59:59.999Z')).toBe('2026-01-31');
      expect(dayInChina('2026-01-31T16:00:00.000Z')).toBe('2026-02-01');
      expect(minuteInChina('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
      expect(startOfDayInChina('2026-02-01')).toBe('2026-01-31T16:00:00.000Z');
      expect(dayInChina(startOfDayInChina('2024-02-29'))).toBe('2024-02-29');
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

test.each([
  '2026-11-20',
  '2026-11-20T08:00:00+08:00',
  '2026-02-30T00:00:00.000Z',
  '2026-11-20T24:00:00.000Z',
  '2026-11-20T08:00:00',
  '2026-11-20T08:00:00Z',
])('the instant "%s" is refused', (text) => {
  expect(isoInstantSchema.safeParse(text).success).toBe(false);
});

test('an instant is what toISOString() writes', () => {
  expect(isoInstantSchema.parse('2026-11-20T08:00:00.000Z')).toBe('2026-11-20T08:00:00.000Z');
});

test.each([
  ['2026-11-01T10:00', '2026-11-01T02:00:00.000Z'],
  ['2026-01-01T07:59', '2025-12-31T23:59:00.000Z'],
  ['2026-13-01T10:00', null],
  ['2026-11-01', null],
  ['', null],
])('instantOfMinuteInChina(%j) is %j', (minute, instant) => {
  expect(instantOfMinuteInChina(minute)).toBe(instant);
});
