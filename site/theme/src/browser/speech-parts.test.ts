import { expect, test } from 'vitest';
import { speechParts } from './speech-parts.ts';

test('a text is said sentence by sentence', () => {
  expect(speechParts('第一条 为了规范管理，制定本细则。第二条 本细则自公布之日起施行！')).toEqual([
    '第一条 为了规范管理，制定本细则。',
    '第二条 本细则自公布之日起施行！',
  ]);
});

test('a point inside a number ends no sentence', () => {
  expect(speechParts('The rent is 2.40 yuan. It is paid monthly.')).toEqual([
    'The rent is 2.40 yuan.',
    'It is paid monthly.',
  ]);
});

test('a sentence that takes too long is said in phrases, as many together as fit', () => {
  const phrase = `${'住'.repeat(49)}，`;
  expect(speechParts(phrase.repeat(5)).map(({ length }) => length)).toEqual([100, 100, 50]);
});

test('what has no place to pause is cut, and nothing of it is lost', () => {
  const text = '房'.repeat(250);
  const parts = speechParts(text);
  expect(parts.map(({ length }) => length)).toEqual([120, 120, 10]);
  expect(parts.join('')).toBe(text);
});

test('a text of spaces is not said', () => {
  expect(speechParts(' \n ')).toEqual([]);
});
