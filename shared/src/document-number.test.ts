import { describe, expect, test } from 'vitest';
import { checkDocumentNumber, numberKey } from './document-number.ts';

describe('checkDocumentNumber()', () => {
  test.each([
    '建办厅函〔2021〕531号',
    '国办公开办函〔2019〕61号',
    '阳府办函〔2021〕9号',
    '皖法办发〔2020〕14号',
    '建设部令第5号',
  ])('takes %s as it stands', (written) => {
    expect(checkDocumentNumber(written)).toEqual({ kind: 'standard', value: written });
  });

  test.each([
    ['[', ']'],
    ['【', '】'],
    ['（', '）'],
    ['(', ')'],
    ['﹝', '﹞'],
    ['［', '］'],
  ])('understands the year between %s and %s', (opening, closing) => {
    const written = `建办函${opening}2021${closing}53号`;
    expect(checkDocumentNumber(written)).toEqual({ kind: 'normalised', value: '建办函〔2021〕53号', written });
  });

  test.each([
    ['zero padding', '建办函〔2021〕015号', '建办函〔2021〕15号'],
    ['第 before the number', '建办函〔2021〕第15号', '建办函〔2021〕15号'],
    ['a missing 号', '建办函〔2021〕15', '建办函〔2021〕15号'],
    ['full-width digits', '建办函〔２０２１〕１５号', '建办函〔2021〕15号'],
    ['white space inside', '建办函 〔2021〕 15 号', '建办函〔2021〕15号'],
    ['a year of this century in two digits', '建办函〔21〕15号', '建办函〔2021〕15号'],
    ['a year of the 20th century in two digits', '建办函〔98〕15号', '建办函〔1998〕15号'],
    ['everything at once', ' 建办函（９８）第 ００１５ ', '建办函〔1998〕15号'],
    ['a spaced order', '建设部令 第 5 号', '建设部令第5号'],
  ])('normalises %s', (_what, written, value) => {
    expect(checkDocumentNumber(written)).toEqual({ kind: 'normalised', value, written });
  });

  test.each([
    ['a lost bracket', '国办公开办函〔202130'],
    ['no organ', '〔2021〕15号'],
    ['no year', '建办函15号'],
    ['number zero', '建办函〔2021〕0号'],
    ['a year of three digits', '建办函〔202〕15号'],
    ['six digits', '建办函〔2021〕123456号'],
    ['text behind it', '建办函〔2021〕15号文'],
    ['none', '无'],
  ])('refuses %s', (_what, written) => {
    expect(checkDocumentNumber(written)).toEqual({ kind: 'invalid', written });
  });

  test('gives a standard form that is standard itself', () => {
    const check = checkDocumentNumber('建办函[98]第015');
    expect(check.kind === 'normalised' && checkDocumentNumber(check.value).kind).toBe('standard');
  });
});

describe('numberKey()', () => {
  const openings = ['〔', '[', '【', '（', '(', '﹝', '［', '<', '《', '＜'];
  const closings = ['〕', ']', '】', '）', ')', '﹞', '］', '>', '》', '＞'];

  test.each(openings.map((opening, at) => [opening, closings[at] ?? '']))(
    'is the same with %s%s',
    (opening, closing) => {
      expect(numberKey(`建办函${opening}2021${closing}53号`)).toBe(numberKey('建办函〔2021〕53号'));
    },
  );

  test.each([
    '建办函〔2021〕053号',
    '建办函〔2021〕第53号',
    '建办函〔2021〕53',
    '建办函〔21〕53号',
    '建办函〔２０２１〕５３号',
    ' 建办函 〔2021〕 53号 ',
  ])('of "%s" is that of the standard form', (written) => {
    expect(numberKey(written)).toBe(numberKey('建办函〔2021〕53号'));
  });

  test.each(['建设部令5号', '建设部令第05号', '建设部令第５号', '建设部令第5'])(
    'of the order "%s" is that of 建设部令第5号',
    (written) => {
      expect(numberKey(written)).toBe(numberKey('建设部令第5号'));
    },
  );

  test.each([
    '11341823mb1e45262t/202403-00043',
    '11341823MB1E45262T／202403－00043',
    '11341823MB1E45262T/202403—00043',
    '11341823MB1E45262T/202403−00043',
  ])('of the index number "%s" ignores width, case and kind of hyphen', (written) => {
    expect(numberKey(written)).toBe(numberKey('11341823MB1E45262T/202403-00043'));
  });

  test.each([
    ['建办函〔2021〕53号', '建办函〔2021〕5号'],
    ['建办函〔2021〕53号', '建办函〔2020〕53号'],
    ['建办函〔2021〕53号', '建办〔2021〕53号'],
    ['建设部令第5号', '建设部令第50号'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(numberKey(one)).not.toBe(numberKey(other));
  });
});
