import { expect, test } from 'vitest';
import { readingKey, type Attachment, type Reading } from 'disclosure-contract';
import { sampleItem } from '../../../tests/support/sample-feed.ts';
import { readableFile, readingAddress, readingRefusal } from './readings.ts';

const sha256 = 'ab'.repeat(32);
const file: Attachment = {
  sha256,
  fileName: '表.xlsx',
  name: '表',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  size: 1,
  role: 'attachment',
  accessibleText: null,
};
const reading: Reading = { sha256, html: '<p>一</p>', isCut: true, refusal: null };
const itemWith = (given: Partial<Reading>, files = [file]) =>
  sampleItem(1, { attachments: files, readings: [{ ...reading, ...given }] });

test('a file with a reading has an address below its item, and is found there', () => {
  const item = itemWith({});
  expect(readingAddress(item, file)).toBe('/items/zhu-fang-1/read/abababababab/');
  expect(readableFile(item, readingKey(sha256))).toEqual({ file, html: '<p>一</p>', isCut: true });
});

test('one without has none, and says why where the CMS said so', () => {
  const item = itemWith({ html: null, refusal: 'hidden_content' });
  expect(readingAddress(item, file)).toBeNull();
  expect(readingRefusal(item, file)).toBe('hidden_content');
  expect(readableFile(item, readingKey(sha256))).toBeNull();
  expect(readingRefusal(sampleItem(1, { attachments: [file] }), file)).toBeNull();
});

test('nothing is shown of a file that the item does not list', () => {
  expect(readableFile(itemWith({}, []), readingKey(sha256))).toBeNull();
  expect(readableFile(itemWith({}, [{ ...file, role: 'image' }]), readingKey(sha256))).toBeNull();
});
