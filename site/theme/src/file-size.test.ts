import { expect, test } from 'vitest';
import { fileKind, fileSize } from './file-size.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [49_152, '48 KB'],
  [1_349_152, '1.3 MB'],
])('fileSize() writes %i bytes as %s', (bytes, expected) => {
  expect(fileSize(bytes)).toBe(expected);
});

test.each([
  ['细则.docx', 'DOCX'],
  ['a.b.PDF', 'PDF'],
  ['无后缀', 'FILE'],
])('fileKind() of %s is %s', (fileName, expected) => {
  expect(fileKind(fileName)).toBe(expected);
});
