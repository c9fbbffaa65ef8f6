import { sha256 } from './sha256.ts';

/**
 * The audit log as a chain: each entry bears the hash of the one before, and its own hash is over that and all that it
 * says. It proves that no entry was altered, left out, put in or moved since it was written, as far as the last hash is
 * known from elsewhere: whoever can write to the database can also compute a whole chain anew, and only a hash that was
 * noted where they cannot write tells that chain from this one. It does not prove that what an entry says is true, nor
 * that everything that happened has an entry.
 */
export interface AuditEntry {
  readonly id: number;
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly event: string;
  readonly subject: string | null;
  /** JSON, see {@link detailText}. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Facts about an event; `undefined` says nothing. */
export type AuditDetail = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>
>;

/** Stands in the first entry in place of a predecessor's hash. */
export const BEFORE_THE_FIRST = '0'.repeat(64);

/** One text for one detail, in whatever order it was put together. */
export function detailText(detail: AuditDetail): string {
  const keys = Object.keys(detail).sort();
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, detail[key]])));
}

/**
 * SHA-256 of the canonical form: the JSON list of what stands below, as UTF-8. The number is not in it. An entry's place
 * is what its predecessor's hash says, so that one that was moved can be told from one that was altered.
 */
export function hashOf(entry: Omit<AuditEntry, 'id' | 'seq' | 'hash'>): string {
  const { previousHash, at, actorId, actorName, event, subject, detail } = entry;
  return sha256(JSON.stringify([previousHash, at, actorId, actorName, event, subject, detail]));
}

export type ChainBreak = 'altered' | 'missing' | 'inserted' | 'out_of_order' | 'cut_off';

export type ChainVerdict =
  | {
      readonly kind: 'intact';
      readonly count: number;
      /** Instants of the first and of the last entry; null when there is none. */
      readonly from: string | null;
      readonly to: string | null;
      /** Of the last entry. */
      readonly hash: string;
    }
  | { readonly kind: 'broken'; readonly seq: number; readonly way: ChainBreak };

/** Where a chain is read from. It may grow meanwhile. */
export interface ChainSource {
  /** How many entries were ever given a number. */
  count(): Promise<number>;
  /** Some of the entries that follow, in the order of their numbers; none at the end. */
  after(entry: AuditEntry | null): Promise<readonly AuditEntry[]>;
  hasHash(hash: string): Promise<boolean>;
  /** Whether an entry stands outside the numbers from 1 on. */
  hasUnnumbered(): Promise<boolean>;
}

/** Walks a chain from its first entry to its end, or to the first place where it is broken. */
export async function verifyChain(source: ChainSource): Promise<ChainVerdict> {
  if (await source.hasUnnumbered()) return broken(0, 'inserted');
  let first: AuditEntry | null = null;
  let last: AuditEntry | null = null;
  for (;;) {
    // Entry and count are committed together: what was counted before the reading is there to be read, and what was read
    // is counted after it.
    const atLeast = await source.count();
    const batch = await source.after(last);
    const atMost = await source.count();
    for (const entry of batch) {
      if (!follows(last, entry) || entry.seq > atMost) return diagnose(source, { former: last, entry, count: atMost });
      first ??= entry;
      last = entry;
    }
    if (batch.length > 0) continue;
    const count = last?.seq ?? 0;
    if (atLeast > count) return broken(count + 1, 'cut_off');
    return {
      kind: 'intact',
      count,
      from: first?.at ?? null,
      to: last?.at ?? null,
      hash: last?.hash ?? BEFORE_THE_FIRST,
    };
  }
}

function follows(former: AuditEntry | null, entry: AuditEntry): boolean {
  return entry.seq === nextSeq(former) && entry.previousHash === hashBefore(former) && entry.hash === hashOf(entry);
}

interface BrokenPlace {
  readonly former: AuditEntry | null;
  /** The first that does not follow. */
  readonly entry: AuditEntry;
  readonly count: number;
}

/** What happened at a place where the chain does not go on: judged by what stands around it. */
async function diagnose(source: ChainSource, { former, entry, count }: BrokenPlace): Promise<ChainVerdict> {
  const expected = nextSeq(former);
  if (entry.seq > expected && expected <= count) return broken(expected, 'missing');
  if (entry.seq !== expected) return broken(entry.seq, 'inserted');

  const [next] = await source.after(entry);
  const isPassedOver = next?.previousHash === hashBefore(former);
  const isTooMany = entry.seq > count;
  if (entry.hash !== hashOf(entry)) return broken(entry.seq, isPassedOver || isTooMany ? 'inserted' : 'altered');
  // Two entries name one predecessor: the intruder is the one that the rest does not build on.
  if (former !== null && entry.previousHash === former.previousHash) {
    return broken(isPassedOver ? entry.seq : former.seq, 'inserted');
  }
  if (isTooMany) return broken(entry.seq, 'inserted');
  if (entry.previousHash === BEFORE_THE_FIRST || (await source.hasHash(entry.previousHash))) {
    return broken(entry.seq, 'out_of_order');
  }
  return broken(entry.seq, isPassedOver ? 'inserted' : 'missing');
}

function nextSeq(former: AuditEntry | null): number {
  return (former?.seq ?? 0) + 1;
}

function hashBefore(former: AuditEntry | null): string {
  return former?.hash ?? BEFORE_THE_FIRST;
}

function broken(seq: number, way: ChainBreak): ChainVerdict {
  return { kind: 'broken', seq, way };
}
