import { expect, test } from 'vitest';
import { emptyCorrection, readCorrection } from './correction-request.ts';

const form = (given: Record<string, string> = {}) =>
  new URLSearchParams({ kind: 'link', page: '/items/a/', text: '附件打不开', contact: '', website: '', ...given });

test('a form that is right is a correction, without what surrounds the words', () => {
  const { problems, correction } = readCorrection(form({ text: ' 附\u0001件\r\n打不开 \n' }));
  expect(problems).toEqual({});
  expect(correction).toEqual({ kind: 'link', page: '/items/a/', text: '附件\n打不开', contact: '' });
});

test.each([
  [{ kind: '' }, { kind: 'kind_missing' }],
  [{ kind: 'spam' }, { kind: 'kind_missing' }],
  [{ text: '  ' }, { text: 'text_missing' }],
  [{ text: '字'.repeat(1001) }, { text: 'text_long' }],
  [{ page: 'a'.repeat(501) }, { page: 'page_long' }],
  [{ contact: '1'.repeat(101) }, { contact: 'contact_long' }],
  [{ website: 'http://x.test' }, { website: 'website_filled' }],
  [
    { kind: '', text: '' },
    { kind: 'kind_missing', text: 'text_missing' },
  ],
])('%j is told, and nothing is lost', (given, problems) => {
  const request = readCorrection(form(given));
  expect(request.problems).toEqual(problems);
  expect(request.correction).toBeNull();
  for (const [field, value] of Object.entries(given)) {
    expect(request.values[field as keyof typeof request.values]).toBe(value.trim());
  }
});

test('nothing at all is told as well', () => {
  expect(readCorrection(new URLSearchParams()).problems).toEqual({ kind: 'kind_missing', text: 'text_missing' });
});

test('an address that is too long is cut where it is filled in', () => {
  expect(emptyCorrection('/x'.repeat(400)).page).toHaveLength(500);
});
