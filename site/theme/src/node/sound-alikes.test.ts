import { expect, test } from 'vitest';
import { spellingsOf } from './sound-alikes.ts';
import { syllablesIn } from './typed-sounds.ts';

/** Pairs of what somebody wrote. */
function knows(...texts: readonly string[]): (pair: string) => boolean {
  return (pair) => texts.some((text) => text.includes(pair));
}

test.each([
  ['of the same sound', '公祖房', '公租房'],
  ['of nearly the same sound', '施工徐可', '施工许可'],
  ['two of a longer word', '房屋正收不偿', '房屋征收补偿'],
  ['at the beginning', '务业', '物业'],
  ['as letters', 'gongzufang', '公租房'],
  ['as letters of nearly the same sound', 'gongzhufan', '公租房'],
  ['as letters with spaces and capitals', 'Gong zu fang', '公租房'],
])('a word that is wrong %s is put right', (_where, typed, meant) => {
  expect(spellingsOf(typed, knows('公租房', '施工许可', '房屋征收补偿', '物业'))).toContain(meant);
});

test.each([
  ['a word that is right', '公租房'],
  ['a word of which nothing is known', '龘靐齉'],
  ['one character', '祖'],
  ['letters that are no sounds', 'qwrt'],
  ['two wrong characters of a short word', '工祖房'],
  ['a sentence', '公祖房公祖房公祖房公祖房公祖房'],
])('%s has no other spelling', (_what, typed) => {
  expect(spellingsOf(typed, knows('公租房'))).toEqual([]);
});

test('no word asks without end', () => {
  let asked = 0;
  spellingsOf('yiyiyiyiyiyiyiyi', () => {
    asked += 1;
    return true;
  });
  expect(asked).toBeLessThanOrEqual(3000);
});

test.each([
  ['xian', [['xian'], ['xi', 'an']]],
  ["xi'an", [['xian'], ['xi', 'an']]],
  ['gongzufang', [['gong', 'zu', 'fang']]],
  ['abc1', []],
  ['', []],
])('syllablesIn() reads %j', (typed, ways) => {
  expect(syllablesIn(typed)).toEqual(ways);
});
