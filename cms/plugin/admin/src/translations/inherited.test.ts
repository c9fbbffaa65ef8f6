import { expect, test } from 'vitest';
import zhHans from './zh-Hans.json' with { type: 'json' };
import { withInherited } from './inherited.ts';

const texts = withInherited(zhHans);
const labelOf = (type: string, field: string) =>
  texts[`content-manager.content-types.plugin::disclosure.${type}.${field}`];

test('withInherited() gives items of every type the labels and hints of an item, but where they have their own', () => {
  expect(labelOf('item', 'title')).toBe('标题');
  expect(labelOf('power', 'title')).toBe('权力名称');
  expect(labelOf('risk-point', 'indexNo')).toBe('索引号');
  expect(texts['disclosure.hint.guide.categories']).toBe(texts['disclosure.hint.item.categories']);
  expect(texts['disclosure.hint.power.responsible']).not.toBe(texts['disclosure.hint.item.responsible']);
});
