import { expect, test } from 'vitest';
import { FileNames } from './file-name.ts';
import { uploadPath } from './file-reference.ts';

test.each([
  ['附件1：计划表.xlsx', '附件1：计划表.xlsx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\u0000b\u202e.pdf', 'ab.pdf'],
  ['  .hidden  ', 'hidden'],
  ['', 'file'],
  ['问？号%20#.pdf', '问？号_20_.pdf'],
])('claim() makes "%s" safe', (wanted, name) => {
  expect(new FileNames().claim(wanted)).toBe(name);
});

test('claim() gives each name once, without regard to case', () => {
  const names = new FileNames();
  expect(['a.pdf', 'A.PDF', 'a.pdf'].map((name) => names.claim(name))).toEqual(['a.pdf', 'A-2.PDF', 'a-3.pdf']);
});

test('claim() keeps the ending of a long name, and what a file system takes', () => {
  const name = new FileNames().claim(`${'长'.repeat(200)}.pdf`);
  expect(name).toMatch(/^长+\.pdf$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
});

test.each([
  ['/uploads/a_1.pdf', '/public/uploads/a_1.pdf'],
  ['/uploads/..%2fsecret', null],
  ['/uploads/../secret', null],
  ['/uploads/.env', null],
  ['/uploads/a%00', null],
  ['/uploads/%zz', null],
  ['https://files.test/a.pdf', null],
])('uploadPath() of %s is %s', (url, path) => {
  expect(uploadPath('/public', url)).toBe(path);
});
