import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentChanges } from './attachments.ts';
import { changedFields, differenceOf, type ComparedItem } from './item-difference.ts';
import { COMPARED_FIELD_NAMES } from './fields.ts';

const item = {
  title: '关于印发年度计划的通知',
  categories: ['c1', 'c2'],
  subject: 'housing',
  writtenOn: '2026-11-20',
  keywords: ['住房', '计划'],
  body: '<p>正文</p>',
  attachments: [{ name: '附件.pdf', sha256: 'a' }],
} satisfies ComparedItem;

describe('differenceOf()', () => {
  test('is empty for a version and itself, whatever stands in it', () => {
    const value = fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string()), fc.integer());
    const any = fc.dictionary(fc.constantFrom(...COMPARED_FIELD_NAMES), value);
    fc.assert(fc.property(any, (one) => differenceOf(one, structuredClone(one)).length === 0));
  });

  test('takes what is missing, null and empty for the same', () => {
    expect(differenceOf({ docNo: null, channels: null }, { docNo: '', channels: [] })).toEqual([]);
  });

  test('takes flows for the same that say the same, whenever and wherever they were stored', () => {
    const former = { name: '普通程序', flow: { version: 1, scope: 'external', nodes: [], edges: [] } };
    const { nodes, edges, ...rest } = former.flow;
    const stored = { flow: { edges, nodes, exemptions: [], ...rest }, name: former.name };
    expect(differenceOf({ flows: [former] }, { flows: [stored] })).toEqual([]);
    const exemptions = [{ role: 'notice', basis: '行政强制法第三十条' }];
    const exempt = { ...former, flow: { ...former.flow, exemptions } };
    expect(differenceOf({ flows: [former] }, { flows: [exempt] }).map(({ field }) => field)).toEqual(['flows']);
  });

  test('names every field that is filled as added where there was no version before', () => {
    expect(differenceOf(null, item).map(({ field }) => field)).toEqual([
      'title',
      'categories',
      'subject',
      'writtenOn',
      'keywords',
      'body',
      'attachments',
    ]);
  });

  test('goes by the order of the form, and keeps codes and documentIds as they are', () => {
    const after = { ...item, subject: 'other', categories: ['c2', 'c1'], writtenOn: null, keywords: ['住房', '保障'] };
    expect(differenceOf(item, after)).toEqual([
      {
        field: 'categories',
        kind: 'list',
        as: 'categories',
        before: ['c1', 'c2'],
        after: ['c2', 'c1'],
        removed: [],
        added: [],
        isReordered: true,
      },
      { field: 'subject', kind: 'value', as: 'code', before: 'housing', after: 'other' },
      { field: 'writtenOn', kind: 'value', as: 'day', before: '2026-11-20', after: null },
      {
        field: 'keywords',
        kind: 'list',
        as: 'words',
        before: ['住房', '计划'],
        after: ['住房', '保障'],
        removed: ['计划'],
        added: ['保障'],
        isReordered: false,
      },
    ]);
    expect(changedFields(item, after)).toEqual(['categories', 'subject', 'writtenOn', 'keywords']);
  });
});

describe('attachmentChanges()', () => {
  const file = (name: string, sha256: string) => ({ name, sha256 });
  test.each([
    { what: 'added', before: [], after: [file('甲', '1')], changes: [{ kind: 'added', name: '甲' }] },
    { what: 'removed', before: [file('甲', '1')], after: [], changes: [{ kind: 'removed', name: '甲' }] },
    {
      what: 'renamed',
      before: [file('甲', '1')],
      after: [file('乙', '1')],
      changes: [{ kind: 'renamed', before: '甲', name: '乙' }],
    },
    {
      what: 'replaced',
      before: [file('甲', '1')],
      after: [file('甲', '2')],
      changes: [{ kind: 'replaced', name: '甲' }],
    },
    {
      what: 'moved',
      before: [file('甲', '1'), file('乙', '2')],
      after: [file('乙', '2'), file('甲', '1')],
      changes: [
        { kind: 'moved', name: '乙' },
        { kind: 'moved', name: '甲' },
      ],
    },
    {
      what: 'twice the same',
      before: [file('甲', '1')],
      after: [file('甲', '1'), file('甲（副本）', '1')],
      changes: [{ kind: 'added', name: '甲（副本）' }],
    },
  ])('knows what was $what', ({ before, after, changes }) => {
    expect(attachmentChanges(before, after)).toEqual(changes);
  });

  test('leaves images of the body out', () => {
    expect(attachmentChanges([], [{ name: '图', sha256: '1', role: 'image' }])).toEqual([]);
  });
});
