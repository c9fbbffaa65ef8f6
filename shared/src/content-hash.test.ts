import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentHashOf, fieldHashesOf, isApprovedContent, type ItemContent } from './content-hash.ts';
import { itemSchema } from './item.ts';
import { changedFields } from './review.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const item = itemSchema.parse({
  documentId: 'a',
  slug: 'tong-zhi',
  formerSlugs: [],
  indexNo: 'x/202611-00001',
  title: '通知',
  categories: ['c'],
  legalBases: [],
  publisher: 'p',
  responsible: 'r',
  docNo: null,
  source: null,
  subject: 'other',
  genre: 'notice',
  audienceClass: null,
  lifecycleClass: null,
  writtenOn: null,
  effectiveOn: null,
  repealedOn: null,
  statedValidity: null,
  keywords: [],
  abstract: null,
  body: '<p>正文</p>',
  attachments: [
    {
      sha256: 'a'.repeat(64),
      fileName: '表.xlsx',
      name: '表.xlsx',
      mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      size: 1,
      role: 'attachment',
      accessibleText: null,
    },
  ],
  disclosureMode: 'proactive',
  channels: [],
  scope: 'public',
  language: 'zh-CN',
  firstPublishedAt: '2026-11-02T00:00:00.000Z',
  publishedAt: '2026-11-02T00:00:00.000Z',
  originalDate: null,
  interprets: [],
});
const content: ItemContent = { ...item, address: null };
const hashes = fieldHashesOf(content, sha256);

test('every field that people write counts, and nothing that the system decides', () => {
  const decided = [
    'documentId',
    'slug',
    'formerSlugs',
    'indexNo',
    'firstPublishedAt',
    'publishedAt',
    'originalDate',
    'history',
    'readings',
  ];
  const written = Object.keys(itemSchema.shape).filter((name) => !decided.includes(name));
  const later = ['withholding', 'replaces', 'revisionNote', 'record'];
  const counted = written.filter((name) => !later.includes(name));
  expect(Object.keys(hashes).sort()).toEqual([...counted, 'address'].sort());
  for (const name of decided) {
    expect(changedFields(hashes, fieldHashesOf({ ...content, [name]: 'changed' }, sha256))).toEqual([]);
  }
  for (const name of [...written.filter((each) => each !== 'record'), 'address']) {
    expect(changedFields(hashes, fieldHashesOf({ ...content, [name]: 'changed' } as never, sha256))).toEqual([name]);
  }
});

test('one byte of one attachment counts', () => {
  const [file] = item.attachments;
  const attachments = [{ ...file!, sha256: `${'a'.repeat(63)}b` }];
  expect(changedFields(hashes, fieldHashesOf({ ...content, attachments }, sha256))).toEqual(['attachments']);
});

test('the order in which fields were put together does not count', () => {
  const [file] = item.attachments;
  const turned = Object.fromEntries(Object.entries(file!).reverse());
  const other = Object.fromEntries(Object.entries({ ...content, attachments: [turned] }).reverse());
  const again = fieldHashesOf(other as unknown as ItemContent, sha256);
  expect(contentHashOf(again, sha256)).toBe(contentHashOf(hashes, sha256));
});

test('whoever has the published item can tell whether it is what was approved', () => {
  expect(isApprovedContent(item, contentHashOf(hashes, sha256), sha256)).toBe(true);
  const named = fieldHashesOf({ ...content, address: item.slug }, sha256);
  expect(isApprovedContent(item, contentHashOf(named, sha256), sha256)).toBe(true);
  expect(isApprovedContent({ ...item, title: '通告' }, contentHashOf(hashes, sha256), sha256)).toBe(false);
});

test('what an item is a notice of counts where there is something, and leaves every other hash as it was', () => {
  expect(isApprovedContent({ ...item, withholding: null }, contentHashOf(hashes, sha256), sha256)).toBe(true);
  const withholding = {
    mode: 'withheld',
    ground: 'process_info',
    basis: '条例第十六条',
    decidedOn: '2026-11-28',
    reviewAgainOn: null,
  } as const;
  const ofNotice = fieldHashesOf({ ...content, withholding }, sha256);
  expect(changedFields(hashes, ofNotice)).toEqual(['withholding']);
  const other = fieldHashesOf({ ...content, withholding: { ...withholding, ground: 'third_party' } }, sha256);
  expect(changedFields(ofNotice, other)).toEqual(['withholding']);
});

test('of a record each field counts by itself, in whatever order it stands', () => {
  const record = { type: 'risk_point', level: 'high', measures: ['双人办理'] };
  const withRecord = fieldHashesOf({ ...content, record }, sha256);
  expect(changedFields(hashes, withRecord).sort()).toEqual(['record.level', 'record.measures', 'record.type']);
  const changed = fieldHashesOf({ ...content, record: { ...record, level: 'low' } }, sha256);
  expect(changedFields(withRecord, changed)).toEqual(['record.level']);
  const reordered = { measures: record.measures, type: record.type, level: record.level };
  const other = fieldHashesOf({ ...content, record: reordered }, sha256);
  expect(contentHashOf(other, sha256)).toBe(contentHashOf(withRecord, sha256));
});

test('the exempt steps of a flow count where there are some, and leave every other hash as it was', () => {
  const hashOf = (more: object) => {
    const flow = { version: 1, scope: 'external', nodes: [], edges: [], ...more };
    return fieldHashesOf({ ...content, record: { type: 'power', flows: [{ name: '普通程序', flow }] } }, sha256);
  };
  expect(hashOf({ exemptions: [] })).toEqual(hashOf({}));
  const exempt = hashOf({ exemptions: [{ role: 'notice', basis: '行政强制法第三十条' }] });
  expect(changedFields(hashOf({}), exempt)).toEqual(['record.flows']);
});

test('what an item replaces and what it corrects count where they are said, and leave every other hash as it was', () => {
  expect(fieldHashesOf({ ...content, replaces: [], revisionNote: null }, sha256)).toEqual(hashes);
  const said = fieldHashesOf({ ...content, replaces: ['b'], revisionNote: '更正了附件2的日期' }, sha256);
  expect(changedFields(hashes, said).sort()).toEqual(['replaces', 'revisionNote']);
});
