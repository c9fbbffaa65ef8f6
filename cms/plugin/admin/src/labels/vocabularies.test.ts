import { describe, expect, test } from 'vitest';
import en from '../translations/en.json' with { type: 'json' };
import { labelIdOf, typeOf } from './types.ts';
import { vocabularyOf } from './vocabularies.ts';

describe('vocabularyOf()', () => {
  test('knows the labels of an enumeration by its type and field', () => {
    expect(vocabularyOf('item', 'scope')?.['public']).toEqual({ zh: '面向社会', en: 'General public' });
    expect(vocabularyOf('category', 'scope')).toBeUndefined();
  });
});

describe('typeOf()', () => {
  test.each(['item', 'category', 'organ', 'review-chain'] as const)(
    'recognises the layout of %s by its fields',
    (type) => {
      const prefix = labelIdOf(type, '');
      const fields = Object.keys(en).filter((id) => id.startsWith(prefix));
      expect(typeOf({ metadatas: Object.fromEntries(fields.map((id) => [id.slice(prefix.length), {}])) })).toBe(type);
    },
  );
});
