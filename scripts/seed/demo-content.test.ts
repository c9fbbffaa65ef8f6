import { expect, test } from 'vitest';
import { daysOf, inOrder, splitFrontMatter, type ImportItem } from './demo-content.ts';

function item(importKey: string, originalDate: string, interprets: string[] = []): ImportItem {
  return { importKey, importHash: importKey, originalDate, interprets };
}

test('items are published in the order of their days', () => {
  const items = [item('b', '2024-05-01'), item('a', '2023-05-01')];
  expect(inOrder(items).map(({ importKey }) => importKey)).toEqual(['a', 'b']);
});

test('what is explained is published before what explains it, also on one day', () => {
  const items = [item('a', '2024-05-01', ['z']), item('z', '2024-05-01')];
  expect(inOrder(items).map(({ importKey }) => importKey)).toEqual(['z', 'a']);
});

test('two items that explain each other are both published', () => {
  expect(inOrder([item('a', '2024-05-01', ['b']), item('b', '2024-05-01', ['a'])])).toHaveLength(2);
});

test('a line of "---" in the text does not end the front matter', () => {
  const { frontMatter, markdown } = splitFrontMatter('---\ntitle: 一\n---\n\n甲\n\n---\n\n乙\n', 'x.md');
  expect(frontMatter).toBe('title: 一');
  expect(markdown).toContain('乙');
});

test('the days of an item are given, or count back from the day in China on which the demo is filled', () => {
  const now = new Date('2027-03-01T17:00:00Z');
  expect(daysOf({ daysAgo: 2 }, now)).toEqual({ writtenOn: '2027-02-27', originalDate: '2027-02-28' });
  const given = { writtenOn: '2026-11-18', originalDate: '2026-11-19' };
  expect(daysOf(given, now)).toEqual(given);
  expect(daysOf({ ...given, daysAgo: 2 }, now)).toBeNull();
  expect(daysOf({ writtenOn: '2026-11-18' }, now)).toBeNull();
});
