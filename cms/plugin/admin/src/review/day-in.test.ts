import { expect, test } from 'vitest';
import { dayIn } from './day-in.ts';

test.each([
  ['2026-12-05', '2026-12-05'],
  ['2026/12/5', '2026-12-05'],
  ['2026.12.5', '2026-12-05'],
  ['2026年12月5日', '2026-12-05'],
  ['2026年2月5日', '2026-02-05'],
  ['20261205', '2026-12-05'],
  [' 2026-12-5 ', '2026-12-05'],
  ['2028-02-29', '2028-02-29'],
  ['', ''],
  [' ', ''],
])('dayIn() reads "%s" as "%s"', (written, day) => {
  expect(dayIn(written)).toBe(day);
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '20261305', '2026-12', '26-12-05'])(
  'dayIn() takes "%s" for no day',
  (written) => {
    expect(dayIn(written)).toBeUndefined();
  },
);

test.each(['明天', '12月5日', '2026125', '2026-12-05 09:30'])('dayIn() guesses nothing from "%s"', (written) => {
  expect(dayIn(written)).toBeUndefined();
});
