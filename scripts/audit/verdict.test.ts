import { expect, test } from 'vitest';
import { stateVerdict } from './verdict.ts';

const hash = 'a'.repeat(64);

test('an intact log is stated with its last hash, which is to be noted', () => {
  const at = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-28T00:00:00.000Z' };
  expect(stateVerdict({ kind: 'intact', count: 12, ...at, hash, versions: 7, earlier: 0 })).toMatchInlineSnapshot(`
    {
      "en": "The audit log is intact: 12 entries, from 2026-11-01T00:00:00.000Z to 2026-11-28T00:00:00.000Z; the hash of the last is aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: note it elsewhere. It agrees with the 7 versions that were published",
      "isWell": true,
      "zh": "审计日志完整：共 12 条，自 2026-11-01T00:00:00.000Z 至 2026-11-28T00:00:00.000Z，最后一条的校验值是 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa，请另行记在别处。与公开的 7 个版本一致",
    }
  `);
});

test('a log without entries is well', () => {
  expect(stateVerdict({ kind: 'intact', count: 0, from: null, to: null, hash, versions: 0, earlier: 0 }).isWell).toBe(
    true,
  );
});

test.each([
  ['altered', '审计日志不完整：第 5 条被改动过', 'The audit log is broken: entry 5 was altered'],
  ['missing', '审计日志不完整：第 5 条缺失', 'The audit log is broken: entry 5 is missing'],
  ['inserted', '审计日志不完整：第 5 条是后来插入的', 'The audit log is broken: entry 5 was inserted'],
  ['out_of_order', '审计日志不完整：第 5 条不在原来的位置', 'The audit log is broken: entry 5 is out of order'],
  ['cut_off', '审计日志不完整：第 5 条起被截去', 'The audit log is broken: entry 5 and what followed were cut off'],
] as const)('a log that is broken is stated with the place: %s', (way, zh, en) => {
  expect(stateVerdict({ kind: 'broken', seq: 5, way })).toEqual({ zh, en, isWell: false });
});

test('a log without a noted hash is not well', () => {
  const { isWell, en } = stateVerdict({ kind: 'hash_unknown', hash });
  expect([isWell, en]).toEqual([false, expect.stringContaining(hash)]);
});

test.each([
  ['altered', '变更 9 的内容与日志所记的校验值不一致', 'change 9 is not what its entry says'],
  ['missing', '变更 9 在日志中有记录，在变更表中却没有', 'change 9 has an entry and is not there'],
  ['unlogged', '变更 9 在日志中没有记录', 'change 9 has no entry'],
] as const)('a version that differs is named: %s', (way, zh, en) => {
  const statement = stateVerdict({ kind: 'version_differs', feedSeq: 9, way });
  expect(statement).toMatchObject({
    zh: expect.stringContaining(zh) as string,
    en: expect.stringContaining(en) as string,
    isWell: false,
  });
});
