import { describe, expect, test } from 'vitest';
import { pickFields, readTypes, type Attributes } from './written-fields.ts';

const ATTRIBUTES: Attributes = {
  title: { type: 'string' },
  abstract: { type: 'text' },
  body: { type: 'richtext' },
  genre: { type: 'enumeration' },
  order: { type: 'integer' },
  keywords: { type: 'json' },
  parent: { type: 'relation' },
  children: { type: 'relation', mappedBy: 'parent' },
  documentId: { type: 'string' },
  createdAt: { type: 'datetime' },
};

describe('pickFields()', () => {
  test('takes what a content type declares for people, and nothing else', () => {
    const written = { title: '题', parent: 'p', children: ['c'], documentId: 'x', id: 1, createdAt: 'y', toString: 1 };
    expect(pickFields(written, ATTRIBUTES)).toEqual({ title: '题', parent: 'p' });
  });
});

describe('readTypes()', () => {
  test('cleans texts, and leaves alone what has no type to check', () => {
    const written = {
      title: ' 甲\n乙 ',
      abstract: '甲\r\n乙',
      genre: 'notice',
      order: '3',
      keywords: [1],
      parent: null,
    };
    expect(readTypes(written, ATTRIBUTES)).toEqual({
      data: { title: '甲 乙', abstract: '甲\n乙', genre: 'notice', order: 3, keywords: [1], parent: null },
      problems: [],
    });
  });

  test.each([
    { title: 1 },
    { title: ['x'] },
    { abstract: { toString: 1 } },
    { body: true },
    { genre: ['notice'] },
    { order: 1.5 },
    { order: 2 ** 31 },
    { order: '1e3' },
  ])('refuses %o at its field', (written) => {
    const { data, problems } = readTypes(written, ATTRIBUTES);
    expect(data).toEqual({});
    expect(problems).toMatchObject([{ path: Object.keys(written)[0], code: 'field_invalid' }]);
    expect(problems[0]?.message).toMatch(/。$/);
  });
});
