import { addresses, ITEM_TYPES } from 'disclosure-contract';
import type { SuggestionsData } from './data-schemas.ts';
import { labelOf, t } from './interface-text.ts';
import type { Suggestion } from './node/views.ts';

export function suggestionsData(suggestions: readonly Suggestion[]): SuggestionsData {
  return {
    suggestions: suggestions.map((suggestion) => ({
      text: suggestion.name,
      kind: kindOf(suggestion),
      path: pathOf(suggestion),
    })),
  };
}

function kindOf({ kind }: Suggestion): string {
  if (kind === 'category') return t('search.filter.category');
  return kind === 'organ' ? t('search.filter.organ') : labelOf(ITEM_TYPES[kind]);
}

function pathOf({ kind, code }: Suggestion): string {
  if (kind === 'category') return addresses.category(code);
  return kind === 'organ' ? addresses.organ(code) : addresses.item(code, kind);
}
