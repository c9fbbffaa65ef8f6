import { describe, expect, test } from 'vitest';
import english from '../translations/en.json' with { type: 'json' };
import { withInherited } from '../translations/inherited.ts';
import { labelIdOf, TYPE_NAMES, typeOf } from './types.ts';
import { vocabularyOf } from './vocabularies.ts';

const en = withInherited(english);

describe('vocabularyOf()', () => {
  test('knows the labels of an enumeration by its type and field', () => {
    expect(vocabularyOf('item', 'scope')?.['public']).toEqual({ zh: '面向社会', en: 'General public' });
    expect(vocabularyOf('category', 'scope')).toBeUndefined();
  });
});

describe('typeOf()', () => {
  test.each(TYPE_NAMES)('recognises the layout of %s by its fields', (type) => {
    const prefix = labelIdOf(type, '');
    const fields = Object.keys(en).filter((id) => id.startsWith(prefix));
    expect(typeOf({ metadatas: Object.fromEntries(fields.map((id) => [id.slice(prefix.length), {}])) })).toBe(type);
  });
});
