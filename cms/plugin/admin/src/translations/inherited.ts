import { ITEM_TYPE_NAMES, labelIdOf } from '../labels/types.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * `texts` with the labels and hints of an item for items of the other types, which have all of its fields. Where a type has
 * a text of its own, that one stands: the title of a power is 权力名称.
 */
export function withInherited(texts: Texts): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [id, text] of Object.entries(texts)) {
    for (const prefixOf of [(type: string) => `disclosure.hint.${type}.`, labelPrefix]) {
      const prefix = prefixOf('item');
      if (!id.startsWith(prefix)) continue;
      for (const type of ITEM_TYPE_NAMES) inherited[`${prefixOf(type)}${id.slice(prefix.length)}`] = text;
    }
  }
  return { ...inherited, ...texts };
}

function labelPrefix(type: string): string {
  return labelIdOf(type as (typeof ITEM_TYPE_NAMES)[number], '');
}
