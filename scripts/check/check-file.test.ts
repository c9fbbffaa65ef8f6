import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFile, isReadable } from './check-file.ts';
import { readCommandLine } from './command-line.ts';
import { findingLine } from './finding-line.ts';
import { readableText } from './readable-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(name: string, content: string | Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return (await checkFile(path, {})).map((finding) => findingLine(finding, folder, 'zh'));
}

describe('checkFile()', () => {
  test('gives the line and the column in a plain text, one line each', async () => {
    expect(await linesOf('a.txt', '通知\r\n\r\n　　做好保姆审查工作\n2026年2月30日\n')).toEqual([
      expect.stringMatching(/^error\ta\.txt:3:5\tmisspelling\t保姆审查 → 保密审查\t/),
      expect.stringMatching(/^error\ta\.txt:4:1\timpossible_date\t2026年2月30日\t/),
    ]);
  });

  test('gives the place in the source of a page, across inline elements and entities', async () => {
    const html = '<p>a&amp;b</p>\n<p>做好<b>保姆</b>审查</p>\n<script>保姆审查</script>';
    expect(await linesOf('b.html', html)).toEqual([
      expect.stringMatching(/^error\tb\.html:2:9\tmisspelling\t保姆审查 → 保密审查\t/),
      expect.stringMatching(/^error\tb\.html:3:1\tactive_markup\t<script> → （删去）\t/),
    ]);
  });

  test('names personal data by its mask, because lines are kept', async () => {
    expect(await linesOf('p.txt', '张三 11010519491231002X')).toEqual([
      expect.stringMatching(/^error\tp\.txt:1:4\tcitizen_number\t11\*{13}02X\t/),
    ]);
  });

  test('reads GB18030, finds nothing in an empty file, and refuses what it cannot read', async () => {
    expect(await linesOf('c.txt', Uint8Array.of(0xb1, 0xa3, 0xc4, 0xb7, 0xc9, 0xf3, 0xb2, 0xe9))).toHaveLength(1);
    expect(await linesOf('d.md', '')).toEqual([]);
    await expect(checkFile(join(folder, 'none.txt'), {})).rejects.toThrow('无法读取文件');
    await expect(checkFile(join(folder, 'a.exe'), {})).rejects.toThrow('不能检查这种文件');
    expect(['a.HTM', 'a.PDF', 'a.exe'].map(isReadable)).toEqual([true, true, false]);
  });
});

test('readableText() says of every unit where it stands', () => {
  const html = '<p>甲&lt;乙</p>丙';
  const { text, offsets } = readableText(html);
  expect(text.trim()).toBe('甲<乙\n丙');
  expect(offsets).toHaveLength(text.length);
  expect(['甲', '乙', '丙'].map((char) => html.charAt(offsets[text.indexOf(char)] ?? -1))).toEqual(['甲', '乙', '丙']);
});

test('readCommandLine() takes language and severity from options, then from the environment', () => {
  expect(readCommandLine(['a', '--severity', 'error'], '/x', { LANG: 'en_GB.UTF-8' })).toEqual({
    paths: ['/x/a'],
    site: null,
    severity: 'error',
    language: 'en',
  });
  expect(readCommandLine(['a', '--lang', 'zh'], '/x', { LANG: 'en_GB.UTF-8' }).language).toBe('zh');
  expect(() => readCommandLine([], '/x', {})).toThrow('name files and folders, or a site');
  expect(readCommandLine(['--site', 'https://x.test/'], '/x', {})).toMatchObject({ paths: [], site: 'https://x.test' });
  expect(() => readCommandLine(['--site', 'x.test'], '/x', {})).toThrow('must be the address of a site');
  expect(() => readCommandLine(['a', '--site', 'https://x.test'], '/x', {})).toThrow('or a site');
  expect(() => readCommandLine(['a', '--severity', 'all'], '/x', {})).toThrow('must be one of');
});
