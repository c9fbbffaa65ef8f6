import { describe, expect, test } from 'vitest';
import type { Filter } from './node/views.ts';
import {
  narrowedAddress,
  parseSearchRequest,
  QUERY_LENGTH,
  searchAddress,
  searchFeedAddress,
} from './search-request.ts';

const choices = { category: [{ value: 'zhufang-baozhang' }], organ: [{ value: 'zjj' }] };
const parse = (address: string) => parseSearchRequest(new URLSearchParams(address), choices);

describe('parseSearchRequest()', () => {
  test('reads words, filters, order and page', () => {
    expect(parse('q=公租房&category=zhufang-baozhang&year=2026&genre=notice&sort=date&page=3')).toEqual({
      query: { text: '公租房', category: 'zhufang-baozhang', year: '2026', genre: 'notice', sort: 'date', page: 3 },
      isCut: false,
      problems: [],
      hasCriteria: true,
    });
  });

  test('takes the empty choice of a filter as no filter', () => {
    expect(parse('q=&category=&genre=').hasCriteria).toBe(false);
  });

  test.each([
    ['category', 'category=../etc'],
    ['category', 'category=zjj'],
    ['organ', 'organ=zhufang-baozhang'],
    ['year', 'year=26'],
    ['genre', 'genre=poem'],
    ['subject', 'subject=x'],
    ['validity', 'validity=maybe'],
    ['type', 'type=poem'],
    ['files', 'files=no'],
    ['sort', 'sort=price'],
    ['page', 'page=0'],
    ['page', 'page=1e3'],
  ])('names %s when the address says %s', (parameter, address) => {
    expect(parse(address).problems).toEqual([parameter]);
  });

  test('keeps what it understands beside what it does not', () => {
    const { query, problems } = parse('q=住房&category=nope&organ=zjj&year=2026&sort=date&page=0');
    expect(problems).toEqual(['category', 'page']);
    expect(searchAddress(query)).toBe('/search?q=%E4%BD%8F%E6%88%BF&organ=zjj&year=2026&sort=date');
  });

  test('cuts a long query between characters, not inside one', () => {
    const { query, isCut } = parse(`q=${'𠮷'.repeat(QUERY_LENGTH + 1)}`);
    expect(isCut).toBe(true);
    expect(query.text).toBe('𠮷'.repeat(QUERY_LENGTH));
  });
});

test('searchFeedAddress() asks for the same, without order and page', () => {
  const { query } = parse('q=a b&organ=zjj&sort=date&page=2');
  expect(searchFeedAddress(query, 'atom')).toBe('/search/atom.xml?q=a+b&organ=zjj');
});

describe('searchAddress()', () => {
  test('leads back to the same search', () => {
    const { query } = parse('q=a b&organ=zjj&sort=date&page=2');
    expect(parse(searchAddress(query).split('?')[1] ?? '').query).toEqual(query);
  });

  test('leaves out what goes without saying', () => {
    expect(searchAddress(parse('page=1&sort=relevance').query)).toBe('/search');
  });
});

describe('narrowedAddress()', () => {
  const set =
    'category=zhufang-baozhang&organ=zjj&year=2026&genre=notice&subject=other&validity=valid&type=item&files=yes';

  test('is one address for one search, in whatever order its filters were set', () => {
    const given = [...new URLSearchParams(set)];
    const orders = [given, given.toReversed()];
    const addresses = orders.map((order) =>
      order.reduce((address, [filter, value]) => {
        const { query } = parse(address.split('?')[1] ?? '');
        return narrowedAddress(query, filter as Filter, value);
      }, '/search?q=a&page=3'),
    );
    expect(new Set(addresses)).toEqual(new Set([`/search?q=a&${set}`]));
  });

  test('leads back when the filter is taken away', () => {
    const { query } = parse('q=a&organ=zjj&sort=date');
    const narrowed = parse(narrowedAddress(query, 'files', 'yes').split('?')[1] ?? '').query;
    expect(narrowedAddress(narrowed, 'files', undefined)).toBe('/search?q=a&organ=zjj&sort=date');
  });
});
