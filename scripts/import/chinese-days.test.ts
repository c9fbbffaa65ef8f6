import { describe, expect, test } from 'vitest';
import { readDay, readMoment } from './chinese-days.ts';

describe('readDay()', () => {
  test.each([
    ['2013-02-28', '2013-02-28'],
    ['2013/2/8', '2013-02-08'],
    ['2013.02.28', '2013-02-28'],
    ['2013年2月28日', '2013-02-28'],
    ['２０１３年２月２８日', '2013-02-28'],
    ['2013 年 2 月 8 日', '2013-02-08'],
    ['二〇一三年二月二十八日', '2013-02-28'],
    ['二○一三年十二月三十一日', '2013-12-31'],
    ['一九八八年十一月四日', '1988-11-04'],
    ['二零二零年十月十日', '2020-10-10'],
    ['自2002年11月15日起施行', '2002-11-15'],
  ])('reads %s', (text, day) => {
    expect(readDay(text)).toMatchObject({ kind: 'day', day });
  });

  test.each(['2013-02-30', '2013年13月1日', '二〇一三年二月三十日', '2019-00-10'])('names %s as impossible', (text) => {
    expect(readDay(text)).toMatchObject({ kind: 'impossible', written: text });
  });

  test.each(['', '2013年', '13-2-28', '12013-02-289', '2013-02.28'])('finds no day in %o', (text) => {
    expect(readDay(text)).toBeNull();
  });
});

describe('readMoment()', () => {
  test.each([
    ['2013-02-28 00:00', '00:00'],
    ['2013-02-28 9:05:33', '09:05'],
    ['２０１３年２月２８日　１０：３０', '10:30'],
    ['2013-02-28', null],
    ['2013-02-28 25:00', null],
  ])('reads the time of %s', (text, time) => {
    expect(readMoment(text)?.time).toBe(time);
  });
});
