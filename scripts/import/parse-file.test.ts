import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfHtml } from '../../shared/src/index.ts';
import { parseFile } from './parse-file.ts';
import { genreOfTitle } from './parsed-document.ts';
import { refusalReason } from './refusal.ts';

const ENDINGS = ['.txt', '.md', '.html', '.docx'] as const;
const PIECES = fc.constantFrom(
  '第一章 总则',
  '一、',
  '（一）',
  '目录',
  '第一条 ',
  '。',
  '  ',
  '\u3000\u3000',
  '\n',
  '\n\n',
  '# ',
  '## ',
  '<p>',
  '</p>',
  '<table><tr><td>',
  '<b>',
  '<br>',
  '发布时间:',
  '2013-02-30 00:00',
  '来源:',
  '您现在所在的位置:',
  '某建[2013]01号',
  '二〇一三年',
  '自2013年1月1日起施行',
  '~',
  '*',
  '|',
  '```',
  '<!-- INFO END -->',
  '<h4>',
  '\u0000',
  '\ud800',
  '&amp;',
  '[a](b.pdf)',
  '<img src="data:image/png;base64,xx">',
  '<div style="display:none">',
);
const TEXT = fc
  .array(fc.oneof(PIECES, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

async function reasonFor(ending: string, bytes: Uint8Array): Promise<string | null> {
  try {
    const { title, bodyHtml } = await parseFile(`文件${ending}`, bytes);
    expect(title).not.toBe('');
    expect(bodyHtml).not.toMatch(/<script|<style|<[^>]*\s(?:on\w+=|style="(?!text-align:(?:center|right)"))/i);
    return null;
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === null) throw error;
    return reason;
  }
}

test.each(ENDINGS)('no bytes make reading a %s file throw anything but a refusal', async (ending) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await reasonFor(ending, bytes))),
    { numRuns: 300 },
  );
});

test.each(ENDINGS.slice(0, 3))('no text makes reading a %s file throw anything but a refusal', async (ending) => {
  await fc.assert(
    fc.asyncProperty(TEXT, async (text) => void (await reasonFor(ending, Buffer.from(text)))),
    { numRuns: 500 },
  );
});

test('plain text below its title loses no character', async () => {
  const line = fc
    .stringMatching(/^[甲乙丙丁第一二章条节、（）()。，:：;； \u3000a-z0-9<>&~*]{1,60}$/)
    .filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
      const { bodyHtml } = await parseFile('x.txt', Buffer.from(`这是标题\n这是正文的第一句话。\n${lines.join('\n')}`));
      const bare = (text: string): string => text.replace(/\s/g, '');
      expect(bare(textOfHtml(bodyHtml))).toBe(bare(`这是正文的第一句话。${lines.join('')}`));
    }),
  );
});

test.each([
  ['.md', '>'.repeat(20_000)],
  ['.md', `${'<div>'.repeat(20_000)}甲`],
  ['.html', '<p><b>'.repeat(20_000)],
])('a %s file that nests without end is refused or read, and does not end the import', async (ending, text) => {
  await reasonFor(ending, Buffer.from(`${text}甲`));
});

test('genreOfTitle() goes by the last word', () => {
  const titles = [
    '某条例',
    '关于供水的通知',
    '某办法（试行）',
    '关于供水的通知（修订）',
    '国务院令',
    '某局公告',
    '关于某事的函',
    '来信来函',
  ];
  expect(titles.map(genreOfTitle)).toEqual([
    'other',
    'notice',
    'other',
    'notice',
    'order',
    'proclamation',
    'letter',
    'other',
  ]);
});
