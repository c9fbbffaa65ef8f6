import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BEFORE_THE_FIRST,
  detailText,
  hashOf,
  verifyChain,
  type AuditEntry,
  type ChainSource,
  type ChainVerdict,
} from './audit-chain.ts';

type Content = Omit<AuditEntry, 'id' | 'seq' | 'previousHash' | 'hash'>;

const textOrNull = fc.option(fc.string(), { nil: null });
const content: fc.Arbitrary<Content> = fc.record({
  at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  actorId: textOrNull,
  actorName: textOrNull,
  event: fc.string(),
  subject: textOrNull,
  detail: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())).map(detailText),
});

function linked(said: Content, seq: number, previousHash: string): AuditEntry {
  return { id: seq, seq, ...said, previousHash, hash: hashOf({ ...said, previousHash }) };
}

function chained(contents: readonly Content[]): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const said of contents) {
    entries.push(linked(said, entries.length + 1, entries.at(-1)?.hash ?? BEFORE_THE_FIRST));
  }
  return entries;
}

/** A chain of some length, and a place in it. */
const chainAndPlace = fc
  .array(content, { minLength: 1, maxLength: 12 })
  .chain((contents) => fc.tuple(fc.constant(chained(contents)), fc.nat({ max: contents.length - 1 })));

/** A table that gives out two entries at a time. */
class StoredEntries implements ChainSource {
  readonly #entries: readonly AuditEntry[];
  readonly #count: number;
  constructor(entries: readonly AuditEntry[], count: number) {
    this.#entries = [...entries].sort((a, b) => a.seq - b.seq || a.id - b.id);
    this.#count = count;
  }
  count = async () => this.#count;
  hasHash = async (hash: string) => this.#entries.some((entry) => entry.hash === hash);
  hasUnnumbered = async () => this.#entries.some(({ seq }) => seq < 1);
  after = async (last: AuditEntry | null) => {
    const { seq, id } = last ?? { seq: 0, id: 0 };
    return this.#entries.filter((entry) => entry.seq > seq || (entry.seq === seq && entry.id > id)).slice(0, 2);
  };
}

const verdictOn = (entries: readonly AuditEntry[], count: number): Promise<ChainVerdict> =>
  verifyChain(new StoredEntries(entries, count));

/** With the numbers that whoever tampered gave the rows, so that none is missing. */
const renumbered = (entries: readonly AuditEntry[]) => entries.map((entry, at) => ({ ...entry, seq: at + 1 }));

describe('a chain', () => {
  test('that nobody touched is intact, and tells its length, its first and last instants and its last hash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 12 }), async (contents) => {
        const entries = chained(contents);
        expect(await verdictOn(entries, entries.length)).toEqual({
          kind: 'intact',
          count: entries.length,
          from: entries[0]?.at ?? null,
          to: entries.at(-1)?.at ?? null,
          hash: entries.at(-1)?.hash ?? BEFORE_THE_FIRST,
        });
      }),
    );
  });

  test.each(['at', 'actorId', 'actorName', 'event', 'subject', 'detail', 'previousHash', 'hash'] as const)(
    'names the entry whose %s was altered',
    async (field) => {
      await fc.assert(
        fc.asyncProperty(chainAndPlace, fc.string(), async ([entries, at], written) => {
          const altered = entries.map((entry, place) =>
            place === at ? { ...entry, [field]: written === entry[field] ? `${written}.` : written } : entry,
          );
          expect(await verdictOn(altered, entries.length)).toEqual({ kind: 'broken', seq: at + 1, way: 'altered' });
        }),
      );
    },
  );

  test('names the place of a deleted entry, also when the rest was numbered anew', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, async ([entries, at]) => {
        const rest = entries.filter((_, place) => place !== at);
        const way = at === rest.length ? 'cut_off' : 'missing';
        expect(await verdictOn(rest, entries.length)).toEqual({ kind: 'broken', seq: at + 1, way });
        expect(await verdictOn(renumbered(rest), entries.length)).toEqual({ kind: 'broken', seq: at + 1, way });
      }),
    );
  });

  test('says from where on it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, async ([entries, at]) => {
        const verdict = await verdictOn(entries.slice(0, at), entries.length);
        expect(verdict).toEqual({ kind: 'broken', seq: at + 1, way: 'cut_off' });
      }),
    );
  });

  test.each([
    ['with the hash of its predecessor', (former: string) => former],
    ['with a hash of nobody', () => 'f'.repeat(64)],
  ])('names an entry that was put in %s', async (_how, previousHashFor) => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, content, async ([entries, at], said) => {
        const forged = linked(said, at + 1, previousHashFor(entries[at - 1]?.hash ?? BEFORE_THE_FIRST));
        const widened = renumbered([...entries.slice(0, at), forged, ...entries.slice(at)]);
        expect(await verdictOn(widened, entries.length)).toEqual({ kind: 'broken', seq: at + 1, way: 'inserted' });
        expect(await verdictOn(widened, widened.length)).toEqual({ kind: 'broken', seq: at + 1, way: 'inserted' });
      }),
    );
  });

  test('names an entry that was put in at the end, beside another, or outside the numbers', async () => {
    await fc.assert(
      fc.asyncProperty(chainAndPlace, content, async ([entries, at], said) => {
        const { length } = entries;
        const atEnd = linked(said, length + 1, entries.at(-1)?.hash ?? '');
        expect(await verdictOn([...entries, atEnd], length)).toEqual({
          kind: 'broken',
          seq: length + 1,
          way: 'inserted',
        });
        const beside = { ...linked(said, at + 1, entries[at]?.hash ?? ''), id: 99 };
        expect(await verdictOn([...entries, beside], length)).toEqual({
          kind: 'broken',
          seq: at + 1,
          way: 'inserted',
        });
        const outside = { ...atEnd, seq: -1 };
        expect(await verdictOn([...entries, outside], length)).toMatchObject({ kind: 'broken', way: 'inserted' });
      }),
    );
  });

  test('names the first of two entries that changed places', async () => {
    const twoPlaces = fc
      .array(content, { minLength: 2, maxLength: 12 })
      .chain((contents) =>
        fc.tuple(
          fc.constant(chained(contents)),
          fc.uniqueArray(fc.nat({ max: contents.length - 1 }), { minLength: 2, maxLength: 2 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(twoPlaces, async ([entries, places]) => {
        const [one = 0, other = 0] = places;
        const swapped = entries.map((entry, at) => entries[at === one ? other : at === other ? one : at] ?? entry);
        const verdict = await verdictOn(renumbered(swapped), entries.length);
        expect(verdict).toEqual({ kind: 'broken', seq: Math.min(one, other) + 1, way: 'out_of_order' });
      }),
    );
  });

  test('that grows while it is read is intact', async () => {
    const entries = chained(
      Array.from({ length: 9 }, (_, at) => ({
        at: new Date(at).toISOString(),
        actorId: null,
        actorName: null,
        event: 'item_created',
        subject: null,
        detail: '{}',
      })),
    );
    let written = 3;
    const source: ChainSource = {
      count: async () => written,
      hasHash: async () => false,
      hasUnnumbered: async () => false,
      after: async (last) => {
        const batch = entries.slice(last?.seq ?? 0, written);
        written = Math.min(entries.length, written + 2);
        return batch;
      },
    };
    expect(await verifyChain(source)).toMatchObject({ kind: 'intact', count: 9 });
  });
});

test('hashOf() is the SHA-256 of a form that can be written down and computed elsewhere', () => {
  const entry = {
    previousHash: BEFORE_THE_FIRST,
    at: '2026-11-28T00:00:00.000Z',
    actorId: '1',
    actorName: '王芳',
    event: 'item_published',
    subject: 'item:abc',
    detail: detailText({ indexNo: 'X/202611-00001', feedSeq: 7 }),
  };
  expect(hashOf(entry)).toMatchInlineSnapshot(`"edd2c6d7aa248fc35b69f17ec4956d34db66cbd753395775278a7ed14d9578f3"`);
});

test('detailText() sorts keys and leaves out what is not said', () => {
  expect(detailText({ reason: null, feedSeq: 7, fields: ['a', 'b'], copyOf: undefined })).toBe(
    '{"feedSeq":7,"fields":["a","b"],"reason":null}',
  );
});
