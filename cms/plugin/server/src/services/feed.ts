import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Audience } from 'disclosure-contract';
import type { ChangeRow } from '../content-types/rows.ts';
import { admits, tellingFor } from '../domain/travel.ts';
import { CHANGE, CHANGE_FILE, PLUGIN_ID } from '../plugin-id.ts';
import { rawTable, table } from '../strapi-access.ts';
import type { Changes } from './changes.ts';
import { toInstant } from './instant.ts';

export const MOST_CHANGES = 1000;

/** Characters of payload in one page of the feed: what a node can take without holding too much at once. */
const PAGE_CHARACTERS = 8_000_000;

export interface FeedRequest {
  readonly audience: Audience;
  readonly after: number;
  readonly limit: number;
  /** Whether overtaken changes are left out. */
  readonly isSnapshot: boolean;
}

type Head = Pick<ChangeRow, 'seq' | 'payloadSize'>;
/** Payloads stay the bytes that SQLite holds: turning megabytes into text and back takes longer than all the rest. */
type Told = Pick<ChangeRow, 'seq' | 'at' | 'kind' | 'subject' | 'audience' | 'sentTo' | 'approval' | 'contentHash'> & {
  readonly payload: string | Buffer;
};

/** Reads the feed for a node. */
export const createFeed = ({ strapi, changes }: { strapi: Core.Strapi; changes: Changes }) => {
  const rows = table(strapi, CHANGE);
  let feedId: string | null = null;

  /** Made once per database: a node that meets another one has to start over. */
  async function idOfFeed(): Promise<string> {
    if (feedId !== null) return feedId;
    const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
    const stored: unknown = await store.get({ key: 'feedId' });
    if (typeof stored === 'string') return (feedId = stored);
    feedId = randomUUID();
    await store.set({ key: 'feedId', value: feedId });
    return feedId;
  }

  /** Past Strapi's mapping, which costs more than all the rest where rows are many. */
  function changesAfter({ after, isSnapshot }: FeedRequest) {
    const changes = rawTable(strapi, CHANGE).where('seq', '>', after).orderBy('seq');
    return isSnapshot ? changes.where('is_latest', true) : changes;
  }

  /** How far a page may go: `limit` rows, fewer when they are heavy, always at least one. */
  async function cutOf(request: FeedRequest): Promise<{ upTo: number | null; isLastPage: boolean }> {
    const { limit } = request;
    const heads: Head[] = await changesAfter(request).limit(limit).select({ seq: 'seq', payloadSize: 'payload_size' });
    let characters = 0;
    let fitting = 0;
    for (const head of heads) {
      characters += head.payloadSize;
      if (fitting > 0 && characters > PAGE_CHARACTERS) break;
      fitting += 1;
    }
    return { upTo: heads[fitting - 1]?.seq ?? null, isLastPage: fitting === heads.length && heads.length < limit };
  }

  return {
    idOfFeed,

    /** One page as JSON: stored payloads are passed on as they are, without being parsed and written again. */
    async page(request: FeedRequest): Promise<Buffer> {
      const { audience, after } = request;
      // Read before the rows: what is committed in between comes with the next page.
      const last = await changes.last();
      const { upTo, isLastPage } = await cutOf(request);
      const found: Told[] =
        upTo === null
          ? []
          : await changesAfter(request).where('seq', '<=', upTo).select({
              seq: 'seq',
              at: 'at',
              kind: 'kind',
              subject: 'subject',
              audience: 'audience',
              sentTo: 'sent_to',
              payload: 'payload',
              approval: 'approval',
              contentHash: 'content_hash',
            });
      const told = found.map((row) => toldAs(row, audience)).filter((parts) => parts.length > 0);
      const data = told.flatMap((parts, at) => (at === 0 ? parts : [',', ...parts]));
      // Never raised to `after`: a node that is ahead of a restored database has to see that, and starts over.
      const through = isLastPage ? Math.max(upTo ?? 0, last) : (upTo ?? after);
      const meta = { feedId: await idOfFeed(), through, last: Math.max(last, upTo ?? 0) };
      return joined(['{"data":[', ...data, `],"meta":${JSON.stringify(meta)}}`]);
    },

    /** Whether a current version that this audience may see refers to these bytes. Gives their type. */
    async findFile(sha256: string, audience: Audience): Promise<{ mime: string; size: number } | null> {
      const references = await table(strapi, CHANGE_FILE).findMany({
        where: { sha256 },
        orderBy: { changeSeq: 'desc' },
      });
      const bySeq = new Map(references.map((reference) => [reference.changeSeq, reference]));
      const current = await rows.findMany({
        where: { seq: { $in: [...bySeq.keys()] }, isLatest: true },
        select: ['seq', 'audience'],
      });
      const seen = current.find((row) => admits(row.audience, audience));
      const reference = seen === undefined ? undefined : bySeq.get(seen.seq);
      return reference === undefined ? null : { mime: reference.mime, size: reference.size };
    },
  };
};

/** Parts of the JSON of one change; none where there is nothing to tell. */
function toldAs(row: Told, audience: Audience): (string | Buffer)[] {
  const head = `{"seq":${row.seq},"at":"${toInstant(row.at)}"`;
  const { approval: id, contentHash } = row;
  const approval = id === null || contentHash === null ? '' : `,"approval":${JSON.stringify({ id, contentHash })}`;
  switch (tellingFor(row, audience)) {
    case 'payload':
      return [`${head}${approval},"kind":"${row.kind}","payload":`, row.payload, '}'];
    case 'removal':
      return [`${head},"kind":"item_removed","payload":{"documentId":${JSON.stringify(row.subject)}}}`];
    case 'nothing':
      return [];
  }
}

function joined(parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

export type Feed = ReturnType<typeof createFeed>;
