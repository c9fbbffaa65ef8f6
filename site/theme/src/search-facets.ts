import type { CategoryNode, FacetValue, Filter, SearchAnswer, SearchQuery } from './node/views.ts';
import { choiceName, type Choices } from './search-options.ts';
import { filtersIn, narrowedAddress } from './search-request.ts';

/** A filter as it is offered beside the hits: each value leads to the search that it makes. */
export interface Facet {
  readonly filter: Filter;
  readonly values: readonly FacetChoice[];
}

export interface FacetChoice {
  readonly label: string;
  readonly href: string;
  /** Null where hits beyond those that can be turned to were not looked at. */
  readonly count: number | null;
}

interface Asked {
  readonly query: SearchQuery;
  readonly answer: SearchAnswer;
  readonly choices: Choices;
  readonly roots: readonly CategoryNode[];
}

/** In which order facets stand beside the hits: what most people narrow by comes first. */
const SHOWN: readonly Filter[] = ['category', 'year', 'type', 'organ', 'genre', 'subject', 'validity', 'files'];

/**
 * Facets of an answer, for filters that are not set yet; a category leads to those below it. What would leave
 * everything as it is is left out.
 */
export function facetsOf({ query, answer, choices, roots }: Asked): Facet[] {
  return SHOWN.flatMap((filter): Facet[] => {
    if (filter !== 'category' && query[filter] !== undefined) return [];
    const all = filter === 'category' ? categoriesToOffer(query, answer, roots) : answer.facets[filter];
    const counted = all.filter(({ count }) => answer.hasMore || count < answer.total);
    const values = offered(filter, counted, answer.hasMore, choices).map(({ value, count }) => ({
      label: choiceName(choices, filter, value) ?? value,
      href: narrowedAddress(query, filter, value),
      count,
    }));
    return values.length === 0 ? [] : [{ filter, values }];
  });
}

/** Of more hits than were looked at, older years may be the ones that are looked for. */
function offered(
  filter: Filter,
  counted: readonly FacetValue[],
  hasMore: boolean,
  choices: Choices,
): readonly { readonly value: string; readonly count: number | null }[] {
  if (filter !== 'year' || !hasMore) return counted;
  return choices.year.map(({ value }) => ({
    value,
    count: counted.find((each) => each.value === value)?.count ?? null,
  }));
}

/** Those below the category that is set; above it, steps that everything found is in are left out. */
function categoriesToOffer(query: SearchQuery, answer: SearchAnswer, roots: readonly CategoryNode[]): FacetValue[] {
  const counts = new Map(answer.facets.category.map(({ value, count }) => [value, count]));
  let level = query.category === undefined ? roots : (nodeOf(roots, query.category)?.children ?? []);
  for (;;) {
    const [only, ...others] = level.filter(({ code }) => counts.has(code));
    if (only === undefined || others.length > 0 || counts.get(only.code) !== answer.total) break;
    if (only.children.length === 0) break;
    level = only.children;
  }
  const codes = new Set(level.map(({ code }) => code));
  return answer.facets.category.filter(({ value }) => codes.has(value));
}

function nodeOf(nodes: readonly CategoryNode[], code: string): CategoryNode | undefined {
  for (const node of nodes) {
    const found = node.code === code ? node : nodeOf(node.children, code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The filters that are set, each with the search that is left without it. */
export interface ActiveFilter {
  readonly filter: Filter;
  readonly label: string;
  readonly without: string;
}

export function activeFilters(query: SearchQuery, choices: Choices): ActiveFilter[] {
  return filtersIn(query).map((filter) => ({
    filter,
    label: choiceName(choices, filter, query[filter]) ?? query[filter] ?? '',
    without: narrowedAddress(query, filter, undefined),
  }));
}
