import { describe, expect, test } from 'vitest';
import type { TypeName } from '../labels/types.ts';
import { withOwnFilters } from './filters.ts';

const fromStrapi = [
  { name: 'id', label: 'id', type: 'integer' },
  { name: 'docNo', label: 'docNo', type: 'string' },
  { name: 'scope', label: 'scope', type: 'enumeration', options: [{ value: 'public', label: 'public' }] },
  { name: '__status', label: 'Status', type: 'enumeration', options: [{ value: 'draft', label: 'Draft' }] },
];

const filtersOf = (type: TypeName, locale: string) =>
  withOwnFilters(fromStrapi, { type, locale, CodeInput: () => null });

describe('withOwnFilters()', () => {
  test('gives every field the label it has in the form', () => {
    const filters = filtersOf('item', 'zh-Hans');
    expect(filters.map(({ label }) => (typeof label === 'string' ? label : label.id))).toEqual([
      'content-manager.content-types.plugin::disclosure.item.docNo',
      'content-manager.content-types.plugin::disclosure.item.scope',
      'Status',
      'disclosure.withdraw.reason',
    ]);
  });

  test.each([
    { locale: 'zh-Hans', label: '面向社会' },
    { locale: 'en', label: 'General public' },
  ])('names codes in $locale', ({ locale, label }) => {
    const scope = filtersOf('item', locale).find(({ name }) => name === 'scope');
    expect(scope?.options).toEqual([{ value: 'public', label }]);
  });

  test('looks for withdrawn items only where there are any', () => {
    const names = filtersOf('organ', 'en').map(({ name }) => name);
    expect(names).not.toContain('withdrawalReason');
  });
});
