import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyChain, type AuditEntry, type ChainVerdict } from '../../../cms/plugin/server/src/domain/audit-chain.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Everything that the database of the CMS says of one item: row by row, as it stands there. */
export interface Records {
  readonly reviews: readonly Row[];
  readonly decisions: readonly Row[];
  readonly entries: readonly Row[];
  readonly versions: readonly Row[];
  readonly registrations: readonly Row[];
  readonly addresses: readonly Row[];
  /** Draft and, when there is one, live version. */
  readonly items: readonly Row[];
}

/** Reads the database beside the running CMS. */
export class ReviewRecords {
  readonly #database: DatabaseSync;

  constructor(dataDir: string) {
    this.#database = new DatabaseSync(join(dataDir, 'cms/data.db'), { readOnly: true });
  }

  close(): void {
    this.#database.close();
  }

  of(item: string): Records {
    const rows = (table: string, column: string, value = item) =>
      this.#all(`select * from disclosure_${table} where ${column} = ? order by id`, value);
    return {
      reviews: rows('reviews', 'item'),
      decisions: this.#all(
        'select * from disclosure_review_decisions where review in (select document_id from disclosure_reviews where item = ?) order by id',
        item,
      ),
      entries: rows('audit_entries', 'subject', `item:${item}`),
      versions: rows('changes', 'subject'),
      registrations: rows('registrations', 'subject'),
      addresses: rows('addresses', 'subject'),
      items: rows('items', 'document_id'),
    };
  }

  /** Positions in the feed of what every site node has made public of an item. */
  receivedOf(item: string): number[] {
    const sql = `select distinct seq from disclosure_receipts where problem is null
      and seq in (select seq from disclosure_changes where subject = ?) order by seq`;
    return this.#all(sql, item).map(({ seq }) => Number(seq));
  }

  /** What is wrong with the numbers that are given across items, one line each: they have no gaps and no doubles. */
  ledgerProblems(): string[] {
    const found: string[] = [];
    const feed = this.#one(
      'select count(*) as rows, count(distinct seq) as numbers, max(seq) as last from disclosure_changes',
    );
    const counters = this.#all('select name, value from disclosure_counters');
    const counted = counters.find(({ name }) => name === 'feed')?.['value'];
    if (new Set([feed['rows'], feed['numbers'], feed['last'], counted]).size !== 1)
      found.push(
        `the feed has ${String(feed['rows'])} rows up to ${String(feed['last'])}, and counted ${String(counted)}`,
      );
    for (const { name, value } of counters) {
      const [kind, prefix = '', period = ''] = String(name).split(':');
      if (kind !== 'index') continue;
      const given = this.#one(
        'select count(distinct index_no) as numbers from disclosure_registrations where index_no like ?',
        `${prefix}/${period}-%`,
      )['numbers'];
      if (given !== value) found.push(`${String(name)} counted ${String(value)} and registered ${String(given)}`);
    }
    const sent = this.#one('select max(seq) as last from disclosure_receipts')['last'];
    if (Number(sent) > Number(feed['last'])) found.push(`a node received ${String(sent)}, which is not in the feed`);
    return found;
  }

  verifyAudit(): Promise<ChainVerdict> {
    const columns = `id, seq, at, actor_id as actorId, actor_name as actorName, event, subject, detail,
      previous_hash as previousHash, hash`;
    const after = ({ seq, id }: Pick<AuditEntry, 'seq' | 'id'>) =>
      this.#all(
        `select ${columns} from disclosure_audit_entries where seq > ?1 or (seq = ?1 and id > ?2) order by seq, id limit 1000`,
        seq,
        id,
      ) as unknown as AuditEntry[];
    return verifyChain({
      count: async () => Number(this.#one("select value from disclosure_counters where name = 'audit'")['value']),
      after: async (entry) => after(entry ?? { seq: 0, id: 0 }),
      hasHash: async (hash) => this.#all('select 1 from disclosure_audit_entries where hash = ?', hash).length > 0,
      hasUnnumbered: async () =>
        this.#all('select 1 from disclosure_audit_entries where seq is null or seq < 1').length > 0,
    });
  }

  #all(sql: string, ...values: (string | number)[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }

  #one(sql: string, ...values: (string | number)[]): Row {
    return this.#all(sql, ...values)[0] ?? {};
  }
}

/** Where what is recorded of an item does not agree with itself, one line each; none when it is whole. */
export function contradictions(records: Records): string[] {
  return [
    ...records.reviews.flatMap((review) => contradictionsOfReview(review, records)),
    ...records.versions.flatMap((version) => contradictionsOfVersion(version, records)),
    ...contradictionsOfItem(records),
  ];
}

function contradictionsOfReview(review: Row, { decisions, entries, versions }: Records): string[] {
  const id = String(review['document_id']);
  const found = new Findings(`review ${id}, ${String(review['kind'])}, ${String(review['state'])}`);
  const steps = read<{ name: string }[]>(review['steps']);
  const made = decisions.filter((decision) => decision['review'] === id);
  const isThrough = review['state'] === 'approved' || review['state'] === 'done';
  const stands = isThrough ? steps.length : Number(review['step']);
  const expected = steps.slice(0, stands).map(({ name }, step) => [step, name, 'agree']);
  const isEnded = review['state'] === 'void' || review['state'] === 'cancelled';
  if (!isEnded)
    found.unlike(
      'decisions',
      made.map((each) => [each['step'], each['step_name'], each['verdict']]),
      expected,
    );
  found.unlike('people', new Set(made.map(({ person }) => person)).size, made.length);
  found.unlike(
    'what was decided on',
    [...new Set(made.map((each) => each['content_hash']))],
    made.length === 0 ? [] : [review['content_hash']],
  );

  const told = entries.map((entry) => ({
    event: entry['event'],
    detail: read<Record<string, unknown>>(entry['detail']),
  }));
  const of = (event: string) =>
    told.filter((each) => each.event === event && each.detail['review'] === id).map(({ detail }) => detail);
  found.unlike(
    'entries of submission',
    of('review_submitted').map((each) => each['contentHash']),
    [review['content_hash']],
  );
  found.unlike(
    'entries of decisions',
    of('review_decided').map((each) => [each['step'], each['verdict'], each['person']]),
    made.map((each) => [each['step_name'], each['verdict'], each['person']]),
  );
  found.unlike('entries of its end', of('review_voided').length, review['state'] === 'void' ? 1 : 0);

  const brought = versions.filter(({ approval }) => approval === `review:${id}`);
  const isDone = review['state'] === 'done' && review['kind'] !== 'ratification';
  const kind = review['kind'] === 'withdrawal' ? 'item_withdrawn' : 'item_published';
  found.unlike(
    'what it brought about',
    brought.map((each) => [each['kind'], each['content_hash']]),
    isDone ? [[kind, review['content_hash']]] : [],
  );
  return found.lines;
}

function contradictionsOfVersion(version: Row, { reviews, entries, versions }: Records): string[] {
  const seq = version['seq'];
  const found = new Findings(`version ${String(seq)}`);
  const told = entries
    .map((entry) => ({ event: entry['event'], detail: read<Record<string, unknown>>(entry['detail']) }))
    .filter(({ detail }) => detail['feedSeq'] === seq);
  const sha256 = createHash('sha256').update(String(version['payload'])).digest('hex');
  found.unlike(
    'its entry',
    told.map(({ event, detail }) => [event, detail['payloadSha256'], detail['approval']]),
    [[version['kind'], sha256, version['approval']]],
  );
  found.unlike('whether it is the latest', version['is_latest'], version === versions.at(-1) ? 1 : 0);
  const ratifying = reviews.filter(
    (review) => review['kind'] === 'ratification' && read<{ seq: number }>(review['withdrawal']).seq === seq,
  );
  found.unlike('reviews that ratify it', ratifying.length, version['approval'] === null ? 1 : 0);
  return found.lines;
}

function contradictionsOfItem({ items, versions, registrations, addresses }: Records): string[] {
  const found = new Findings('item');
  const latest = versions.at(-1);
  const live = items.filter((row) => row['published_at'] !== null);
  const draft = items.filter((row) => row['published_at'] === null);
  found.unlike('drafts', draft.length, 1);
  found.unlike('live versions', live.length, latest?.['kind'] === 'item_published' ? 1 : 0);
  const isWithdrawn = (draft[0]?.['withdrawn_at'] ?? null) !== null;
  found.unlike('whether it is withdrawn', isWithdrawn, latest?.['kind'] === 'item_withdrawn');
  found.unlike('registrations', registrations.length, latest === undefined ? 0 : 1);
  found.unlike('addresses', addresses.length, latest === undefined ? 0 : 1);
  if (latest === undefined) return found.lines;
  const { indexNo, slug } = read<{ indexNo: string; slug: string }>(latest['payload']);
  for (const row of [...registrations, ...items]) found.unlike('index number', row['index_no'], indexNo);
  for (const row of [...addresses, ...items]) found.unlike('address', row['slug'], slug);
  return found.lines;
}

class Findings {
  readonly lines: string[] = [];
  readonly #subject: string;

  constructor(subject: string) {
    this.#subject = subject;
  }

  unlike(what: string, is: unknown, should: unknown): void {
    const [one, other] = [JSON.stringify(is), JSON.stringify(should)];
    if (one !== other) this.lines.push(`${this.#subject}: ${what}: ${one}, not ${other}`);
  }
}

/** What is stored as JSON. */
function read<Value>(column: string | number | null | undefined): Value {
  return JSON.parse(String(column)) as Value;
}
