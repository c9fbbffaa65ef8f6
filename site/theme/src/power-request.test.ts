import { expect, test } from 'vitest';
import { filteredAddress, listDataAddress } from './list-addresses.ts';
import { filtersOf, parsePowerRequest, parseRiskRequest } from './power-request.ts';

test('every filter of the list of powers is read, and written again in the address', () => {
  const query = 'text=%E9%A2%84%E5%94%AE&kind=license&section=shen-pi-ke&level=city';
  const { filter, problems } = parsePowerRequest(new URLSearchParams(query));
  expect(problems).toEqual([]);
  expect(filter).toEqual({ text: '预售', kind: 'license', section: 'shen-pi-ke', level: 'city' });
  expect(filteredAddress('/powers/', filtersOf(filter))).toBe(`/powers/list?${query}`);
  expect(listDataAddress('/powers/', 'csv', filtersOf(filter))).toBe(`/powers/list.csv?${query}`);
});

test('what is empty is no filter', () => {
  const { filter, problems } = parsePowerRequest(new URLSearchParams('text=+&kind=&section=&level='));
  expect([filter, problems]).toEqual([{}, []]);
  expect(filteredAddress('/powers/', filtersOf(filter))).toBe('/powers/');
});

test('what cannot be understood is named and left out', () => {
  const { filter, problems } = parsePowerRequest(new URLSearchParams('kind=magic&section=../&level=city'));
  expect([filter, problems]).toEqual([{ level: 'city' }, ['kind', 'section']]);
  expect(parseRiskRequest(new URLSearchParams('level=huge')).problems).toEqual(['level']);
});

test('a long text is cut', () => {
  expect(parsePowerRequest(new URLSearchParams({ text: '房'.repeat(500) })).filter.text).toHaveLength(200);
});
