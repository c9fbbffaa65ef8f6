import { describe, expect, test } from 'vitest';
import { translateRefusal } from './refusals.ts';

const incomplete = () => ({
  message: '还不能发布：有 2 处需要补正，请按提示修改。',
  details: {
    code: 'publish_incomplete',
    errors: [
      { path: ['genre'], code: 'genre_missing', message: '请选择体裁；不是公文的，选“其他”。' },
      { path: ['x'], code: 'of_another_plugin', message: 'as it was' },
    ],
  },
});

describe('translateRefusal()', () => {
  test('says in English what has a code, and leaves the rest', () => {
    const refusal = incomplete();
    translateRefusal(refusal, 'en');
    expect(refusal.message).toBe('This cannot be published yet. Follow the notes at the fields.');
    expect(refusal.details.errors.map(({ message }) => message)).toEqual([
      'Choose a genre; “Other” if it is no official document.',
      'as it was',
    ]);
  });

  test('says what is wrong at one field as the summary too', () => {
    const message = '统一社会信用代码应为 18 位';
    const errors = [{ path: ['creditCode'], code: 'field_invalid', message }];
    const refusal = { message, details: { code: 'field_invalid', errors } };
    translateRefusal(refusal, 'en');
    expect(refusal.message).toMatch(/^A unified social credit code/);
  });

  test.each([
    { what: 'in Chinese', refusal: incomplete(), locale: 'zh-Hans' },
    { what: 'without details', refusal: { message: 'Forbidden' }, locale: 'en' },
    { what: 'that are none', refusal: undefined, locale: 'en' },
  ])('leaves refusals $what alone', ({ refusal, locale }) => {
    const before = structuredClone(refusal);
    translateRefusal(refusal, locale);
    expect(refusal).toEqual(before);
  });
});
