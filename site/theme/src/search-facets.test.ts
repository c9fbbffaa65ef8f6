import { expect, test, vi } from 'vitest';
import type { CategoryNode, Facets, SearchAnswer, SearchQuery } from './node/views.ts';
import { activeFilters, facetsOf } from './search-facets.ts';
import type { Choices } from './search-options.ts';

vi.mock('./interface-text.ts', () => ({ labelOf: ({ zh }: { zh: string }) => zh, t: (key: string) => key }));

const node = (code: string, children: CategoryNode[] = []): CategoryNode => ({
  code,
  name: code,
  count: 1,
  description: null,
  children,
});
/** Everything stands below one branch, as in a department's catalogue. */
const roots = [node('all', [node('policy', [node('rules'), node('plans')]), node('housing')])];
const choices = {
  category: ['all', 'policy', 'rules', 'plans', 'housing'].map((value) => ({ value, label: `　${value}` })),
  organ: [],
  year: ['2026', '2025', '2024'].map((value) => ({ value, label: value })),
  genre: [],
  subject: [],
  validity: [],
  type: [],
  files: [{ value: 'yes', label: 'with files' }],
} satisfies Choices;

const none: Facets = { category: [], organ: [], year: [], genre: [], subject: [], validity: [], type: [], files: [] };
const query: SearchQuery = { text: '房', sort: 'date', page: 2 };

function facetsFor(given: Partial<SearchQuery>, facets: Partial<Facets>, hasMore = false) {
  const answer: SearchAnswer = {
    total: 9,
    hasMore,
    facets: { ...none, ...facets },
    hits: [],
    page: 1,
    pages: 1,
    didYouMean: [],
  };
  return facetsOf({ query: { ...query, ...given }, answer, choices, roots }).map(({ filter, values }) => [
    filter,
    values.map(({ label, count }) => [label, count]),
  ]);
}

const inTree = [
  { value: 'all', count: 9 },
  { value: 'policy', count: 6 },
  { value: 'rules', count: 4 },
  { value: 'housing', count: 3 },
  { value: 'plans', count: 2 },
];

test('categories begin where those found part, and lead further down', () => {
  expect(facetsFor({}, { category: inTree })).toEqual([
    [
      'category',
      [
        ['policy', 6],
        ['housing', 3],
      ],
    ],
  ]);
  expect(facetsFor({ category: 'policy' }, { category: inTree.filter(({ value }) => value !== 'housing') })).toEqual([
    [
      'category',
      [
        ['rules', 4],
        ['plans', 2],
      ],
    ],
  ]);
  expect(facetsFor({ category: 'rules' }, { category: inTree.slice(0, 3) })).toEqual([]);
});

test('a filter that is set, or would change nothing, is not offered', () => {
  const facets = { year: [{ value: '2026', count: 9 }], files: [{ value: 'yes', count: 2 }] };
  expect(facetsFor({}, facets)).toEqual([['files', [['with files', 2]]]]);
  expect(facetsFor({ files: 'yes' }, facets)).toEqual([]);
});

test('where there are more hits than were counted, older years are offered without a number', () => {
  expect(facetsFor({}, { year: [{ value: '2026', count: 9 }] }, true)).toEqual([
    [
      'year',
      [
        ['2026', 9],
        ['2025', null],
        ['2024', null],
      ],
    ],
  ]);
});

test('every value leads to the first page of the search that it makes, and back', () => {
  const answer: SearchAnswer = {
    total: 9,
    hasMore: false,
    facets: { ...none, files: [{ value: 'yes', count: 2 }] },
    hits: [],
    page: 1,
    pages: 1,
    didYouMean: [],
  };
  const [facet] = facetsOf({ query, answer, choices, roots });
  expect(facet?.values.map(({ href }) => href)).toEqual(['/search?q=%E6%88%BF&files=yes&sort=date']);
  expect(activeFilters({ ...query, year: '2026', files: 'yes' }, choices)).toEqual([
    { filter: 'year', label: '2026', without: '/search?q=%E6%88%BF&files=yes&sort=date' },
    { filter: 'files', label: 'with files', without: '/search?q=%E6%88%BF&year=2026&sort=date' },
  ]);
});
