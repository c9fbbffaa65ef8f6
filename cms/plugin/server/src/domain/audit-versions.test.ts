import { describe, expect, test } from 'vitest';
import type { AuditEntry } from './audit-chain.ts';
import { compareVersions, type StoredVersion } from './audit-versions.ts';
import { sha256 } from './sha256.ts';

const version = (seq: number, given: Partial<StoredVersion> = {}): StoredVersion => ({
  seq,
  kind: 'item_published',
  subject: `item-${seq}`,
  payload: `{"n":${seq}}`,
  ...given,
});

const entryOf = (seq: number, { seq: feedSeq, subject, payload }: StoredVersion, event = 'item_published') =>
  entry(seq, event, `item:${subject}`, { feedSeq, payloadSha256: sha256(payload) });

const entry = (seq: number, event: string, subject: string, detail: object): AuditEntry => ({
  id: seq,
  seq,
  at: '2026-11-01T00:00:00.000Z',
  actorId: null,
  actorName: null,
  event,
  subject,
  detail: JSON.stringify(detail),
  previousHash: '',
  hash: '',
});

const signIn = (seq: number) => entry(seq, 'signed_in', 'user:1', {});

function compare(entries: readonly AuditEntry[], versions: readonly StoredVersion[], atOnce = 2) {
  return compareVersions({
    entriesAfter: async (last) => entries.filter(({ seq }) => seq > (last?.seq ?? 0)).slice(0, atOnce),
    versionsAfter: async (seq) => versions.filter((each) => each.seq > seq).slice(0, atOnce),
  });
}

const five = [1, 2, 3, 4, 5].map((seq) => version(seq));
const told = [signIn(1), ...five.map((each, at) => entryOf(at + 2, each)), signIn(7), signIn(8), signIn(9)];

describe('compareVersions()', () => {
  test.each([1, 2, 3, 100])('agrees where each version has its entry, read %i at a time', async (atOnce) => {
    expect(await compare(told, five, atOnce)).toEqual({ kind: 'agreed', versions: 5, earlier: 0 });
  });

  test('takes what is older than the first entry for older than the log', async () => {
    expect(await compare(told.slice(3), five)).toEqual({ kind: 'agreed', versions: 3, earlier: 2 });
    expect(await compare([signIn(1)], five)).toEqual({ kind: 'agreed', versions: 0, earlier: 5 });
    expect(await compare([], [])).toEqual({ kind: 'agreed', versions: 0, earlier: 0 });
  });

  test.each([
    ['another text', { payload: '{"n":7}' }],
    ['another kind', { kind: 'item_withdrawn' }],
    ['another subject', { subject: 'item-9' }],
  ])('names the first version that is %s than its entry says', async (_what, given) => {
    const versions = five.map((each) => (each.seq >= 3 ? { ...each, ...given } : each));
    expect(await compare(told, versions)).toEqual({ kind: 'version_differs', feedSeq: 3, way: 'altered' });
  });

  test.each([1, 3, 5])('names version %i that is gone', async (gone) => {
    const versions = five.filter(({ seq }) => seq !== gone);
    expect(await compare(told, versions)).toEqual({ kind: 'version_differs', feedSeq: gone, way: 'missing' });
  });

  test.each([
    [[...five, version(6)], told, 6],
    [five, told.filter(({ detail }) => !detail.includes('"feedSeq":3')), 3],
  ])('names the version that has no entry', async (versions, entries, feedSeq) => {
    expect(await compare(entries, versions)).toEqual({ kind: 'version_differs', feedSeq, way: 'unlogged' });
  });

  test('knows by which events categories and organs change', async () => {
    const saved = version(1, { kind: 'category_saved', subject: 'c' });
    const removed = version(2, { kind: 'category_removed', subject: 'c' });
    const detailOf = ({ seq, payload }: StoredVersion) => ({ feedSeq: seq, payloadSha256: sha256(payload) });
    const entries = [
      entry(1, 'category_updated', 'category:c', detailOf(saved)),
      entry(2, 'category_deleted', 'category:c', detailOf(removed)),
    ];
    expect(await compare(entries, [saved, removed])).toMatchObject({ kind: 'agreed', versions: 2 });
  });

  test('does not miss what is written while it reads', async () => {
    const grown = [...five];
    const entries = [...told.slice(0, 6)];
    let rounds = 0;
    const verdict = await compareVersions({
      entriesAfter: async (last) => {
        const found = entries.filter(({ seq }) => seq > (last?.seq ?? 0)).slice(0, 2);
        if (found.length === 0 && (rounds += 1) === 1) {
          grown.push(version(6));
          entries.push(entryOf(20, version(6)));
        }
        return found;
      },
      versionsAfter: async (seq) => grown.filter((each) => each.seq > seq).slice(0, 2),
    });
    expect(verdict).toEqual({ kind: 'agreed', versions: 6, earlier: 0 });
  });
});
