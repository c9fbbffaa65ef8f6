import { describe, expect, test } from 'vitest';
import { useTranslations } from './strings.ts';
import en from './translations/en.json' with { type: 'json' };
import zh from './translations/zh-CN.json' with { type: 'json' };

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();

describe('translations', () => {
  test('have the same keys in every language', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test.each(Object.keys(zh) as (keyof typeof zh)[])('ask for the same values in %s', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(zh[key]));
  });
});

describe('useTranslations()', () => {
  test('puts values where the text names them', () => {
    expect(useTranslations('zh-CN')('list.total', { count: 12 })).toBe('共 12 件');
  });

  test('prefers the wording of the site', () => {
    expect(useTranslations('zh-CN', { 'nav.home': '主页' })('nav.home')).toBe('主页');
  });

  test('leaves a value that is not given as it stands', () => {
    expect(useTranslations('en')('search.page', { page: 2 })).toBe('Page 2 of {pages}');
  });
});
