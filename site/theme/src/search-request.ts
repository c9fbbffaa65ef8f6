import {
  addresses,
  genreSchema,
  itemTypeSchema,
  SLUG,
  subjectSchema,
  validitySchema,
  type NewsFeedFormat,
} from 'disclosure-contract';
import { z } from 'zod';
import type { Filter, SearchQuery } from './node/views.ts';

/** Longer queries are cut here: nobody searches for more, and a longer one costs the node. */
export const QUERY_LENGTH = 200;

/** Filters in the order in which addresses and forms name them. */
export const FILTERS = [
  'category',
  'organ',
  'year',
  'genre',
  'subject',
  'validity',
  'type',
  'files',
] as const satisfies readonly Filter[];

/** A part of the address of a search that cannot be understood. */
export type SearchProblem = Filter | 'sort' | 'page';

export interface SearchRequest {
  readonly query: SearchQuery;
  readonly isCut: boolean;
  readonly problems: SearchProblem[];
  /** Whether anything is asked for: words or a filter. */
  readonly hasCriteria: boolean;
}

const code = z.string().regex(SLUG).max(120);

/** What the address of a search may say, beside its words. */
export const SEARCH_PARAMETERS = {
  category: code,
  organ: code,
  year: z.string().regex(/^(?:19|20)\d{2}$/),
  genre: genreSchema,
  subject: subjectSchema,
  validity: validitySchema,
  type: itemTypeSchema,
  files: z.literal('yes'),
  sort: z.enum(['relevance', 'date']),
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
} as const;

type Parameter = keyof typeof SEARCH_PARAMETERS;

/** Filters whose values are the site's own codes. */
type CodeFilter = 'category' | 'organ';

/**
 * Reads the address of a search. What cannot be understood, or names what the site does not have, is named in `problems`
 * and left out of the query.
 */
export function parseSearchRequest(
  given: URLSearchParams,
  choices: Readonly<Record<CodeFilter, readonly { readonly value: string }[]>>,
): SearchRequest {
  const problems: SearchProblem[] = [];
  const read = <P extends Parameter>(name: P): z.output<(typeof SEARCH_PARAMETERS)[P]> | undefined => {
    const written = given.get(name);
    if (written === null || written === '') return undefined;
    const { data, success } = SEARCH_PARAMETERS[name].safeParse(written);
    if (success) return data as z.output<(typeof SEARCH_PARAMETERS)[P]>;
    problems.push(name);
    return undefined;
  };

  const readCode = (name: CodeFilter): string | undefined => {
    const code = read(name);
    if (code === undefined || choices[name].some(({ value }) => value === code)) return code;
    problems.push(name);
    return undefined;
  };

  const chars = [...(given.get('q') ?? '').trim()];
  const text = chars.slice(0, QUERY_LENGTH).join('');
  const filters = definedOnly({
    category: readCode('category'),
    organ: readCode('organ'),
    year: read('year'),
    genre: read('genre'),
    subject: read('subject'),
    validity: read('validity'),
    type: read('type'),
    files: read('files'),
  });
  const sort = read('sort') ?? 'relevance';
  const page = read('page') ?? 1;

  return {
    query: { text, ...filters, sort, page },
    isCut: chars.length > QUERY_LENGTH,
    problems,
    hasCriteria: text !== '' || Object.keys(filters).length > 0,
  };
}

/** Filters that narrow a search down, in their order. */
export function filtersIn(query: SearchQuery): Filter[] {
  return FILTERS.filter((filter) => query[filter] !== undefined);
}

/** The address of the same search with one filter set to a value, or without it; from its first page. */
export function narrowedAddress(query: SearchQuery, filter: Filter, value: string | undefined): string {
  return searchAddress({ ...query, [filter]: value, page: 1 });
}

/** The address of another page or order of the same search. */
export function searchAddress(query: SearchQuery, changes: Partial<SearchQuery> = {}): string {
  return withParameters(addresses.search(), { ...query, ...changes });
}

/** A page of a search as data. */
export function searchDataAddress(query: SearchQuery, changes: Partial<SearchQuery> = {}): string {
  return withParameters(`${addresses.search()}.json`, { ...query, ...changes });
}

/** The same search as a news feed, which has no pages and one order. */
export function searchFeedAddress(query: SearchQuery, format: NewsFeedFormat): string {
  return withParameters(addresses.searchFeed(format), { ...query, sort: 'relevance', page: 1 });
}

function withParameters(address: string, wanted: SearchQuery): string {
  const given = new URLSearchParams();
  if (wanted.text !== '') given.set('q', wanted.text);
  for (const filter of FILTERS) {
    const value = wanted[filter];
    if (value !== undefined) given.set(filter, value);
  }
  if (wanted.sort !== 'relevance') given.set('sort', wanted.sort);
  if (wanted.page !== 1) given.set('page', String(wanted.page));
  const parameters = given.toString();
  return parameters === '' ? address : `${address}?${parameters}`;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
