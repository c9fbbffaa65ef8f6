import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  addresses,
  dayInChina,
  DisclosureError,
  indexTokens,
  itemSchema,
  itemTypeOf,
  listedOn,
  NEWS_FEED_FORMATS,
  nextValidityChange,
  numberKey,
  textOfHtml,
  textOfRecord,
  tombstoneSchema,
  type Approval,
  type Attachment,
  type Category,
  type Change,
  type FeedPage,
  type IsoDate,
  type IsoInstant,
  type Item,
  type ItemRecord,
  type ItemType,
  type Organ,
  type Tombstone,
} from 'disclosure-contract';
import { citationKey, touchCitations } from './citation.ts';
import { CONTENT_SCHEMA, CONTENT_SCHEMA_VERSION, SEARCH_INDEXES } from './content-schema.ts';
import { itemNumber } from './item-number.ts';
import { itemPageAt, storedItemPathOf } from './item-path.ts';
import type { Shown } from './manifest.ts';
import { enterRecord, isService, removeRecord, shownOnPagesOf, wasService, yearsOfAdjustments } from './record-rows.ts';
import { enterTopics, neighboursOf, removeTopics } from './related.ts';
import { Statements } from './rows.ts';
import { tags } from './tags.ts';
import { LIST_PAGE_SIZE, SITEMAP_LENGTH } from './views.ts';

/** What a change asks of the pages. Stored with the change, so that a crash between the two loses nothing. */
export interface Effects {
  readonly seq: number;
  /** Pages that bear one of these are made anew. */
  readonly tags: string[];
  /** Addresses of items whose page, with all below it, goes first, before anything is rendered. */
  readonly gone: string[];
  /** Hashes of files that the change took away; others may still use them. */
  readonly files: readonly string[];
  /** The item whose page must be there afterwards. */
  readonly item: { documentId: string; path: string } | null;
  /** Too much is touched to name it: every page is made anew. */
  readonly everything: boolean;
}

/** A change of an item that has no place in the feed yet. */
export type NewChange<C = Change> = C extends { kind: 'item_published' | 'item_withdrawn' } ? Omit<C, 'seq'> : never;

interface StoredItem {
  id: number;
  slug: string;
  type: ItemType;
  listed_on: string;
}

/** What there was of an item before it is written anew or removed. */
interface Cleared {
  /** Hashes. */
  readonly files: readonly string[];
  readonly topics: readonly number[];
  /** Tags of its neighbours' pages. */
  readonly near: readonly string[];
}

const NOTHING_CLEARED: Cleared = { files: [], topics: [], near: [] };

/** A place in a list. */
interface Place {
  list: string;
  year: string;
  listed_on: string;
  index_no: string;
}

/** Of this process, so that a store that takes the place of another never repeats one of its versions. */
let newestVersion = 0;

/** Pages of a search index that are merged in one step. */
const MERGE_STEP = 500;
/** As many pieces of a search index of one size are merged into one, as FTS5 does by itself. */
const AUTOMERGE = 4;

/** The files of the content store, the write-ahead log included. */
const FILE_SUFFIXES = ['', '-wal', '-shm'] as const;

/**
 * The node's own copy of what is public: a read model that the feed fills. Changes are applied in order, each with its
 * position in one transaction; applying one again changes nothing.
 */
export class ContentStore {
  readonly #database: DatabaseSync;
  readonly statements: Statements;
  #isDamaged = false;
  /** Items of the transaction that goes on, by number; null: no longer there. */
  readonly #toIndex = new Map<number, Item | null>();
  /** While the store is filled from the snapshot, nobody asks which pages a change touches. */
  #isFilling = false;
  /** Goes up with every change applied: a page rendered across a change must not be kept. */
  #version = (newestVersion += 1);

  private constructor(database: DatabaseSync) {
    this.#database = database;
    this.statements = new Statements(database, () => (this.#isDamaged = true));
  }

  /**
   * Opens the store, or makes an empty one when there is none or it is of another version. Throws
   * `content_store_corrupt` when that shows the file to be damaged; {@link ContentStore.setAside} makes room for a new one.
   */
  static open(file: string): ContentStore {
    mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      database.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA mmap_size = 67108864',
      );
      const version = (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
      if (version !== 0 && version !== CONTENT_SCHEMA_VERSION) {
        database.close();
        ContentStore.remove(file);
        return ContentStore.open(file);
      }
      if (version === 0)
        database.exec(`BEGIN; ${CONTENT_SCHEMA} PRAGMA user_version = ${CONTENT_SCHEMA_VERSION}; COMMIT`);
      return new ContentStore(database);
    } catch (error) {
      if (database.isOpen) database.close();
      throw new DisclosureError(
        'content_store_corrupt',
        `Cannot open the content store "${file}": it is damaged`,
        {},
        { cause: error },
      );
    }
  }

  /** Moves a damaged store out of the way, keeping one such copy for whoever wants to look at it. */
  static setAside(file: string): void {
    for (const suffix of FILE_SUFFIXES) {
      rmSync(`${file}.damaged${suffix}`, { force: true });
      try {
        renameSync(`${file}${suffix}`, `${file}.damaged${suffix}`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }

  static remove(file: string): void {
    for (const suffix of FILE_SUFFIXES) rmSync(`${file}${suffix}`, { force: true });
  }

  get version(): number {
    return this.#version;
  }

  /** A read, perhaps a visitor's, or a check has come upon damage. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  markDamaged(): void {
    this.#isDamaged = true;
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  /** Everything up to this position of the feed has been applied. */
  get position(): number {
    return Number(this.#meta('position') ?? 0);
  }

  /** Which feed it was filled from, or null while it is empty. */
  get feedId(): string | null {
    return this.#meta('feed_id') ?? null;
  }

  /** Whether the snapshot was read to its end once. */
  get isComplete(): boolean {
    return this.#meta('complete') === 'yes';
  }

  get updatedAt(): IsoInstant | null {
    return this.#meta('updated_at') ?? null;
  }

  /**
   * Makes each search index one piece, in steps between which others get their turn. Searching in one piece takes a third
   * less, and doing it once costs no more than the merging while the store is filled, which is left out.
   */
  async mergeSearchIndexes(shouldStop: () => boolean): Promise<void> {
    const changes = () => this.statements.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
    for (const index of SEARCH_INDEXES) {
      // Below zero for the first step, and less than two changes after the last: https://www.sqlite.org/fts5.html#the_merge_command
      for (let step = -MERGE_STEP, before = -2; changes() - before >= 2; step = MERGE_STEP) {
        if (shouldStop()) return;
        before = changes();
        this.#setUp(index, 'merge', step);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }

  /** The snapshot was read to its end: from now on changes follow one by one. */
  markComplete(): void {
    for (const index of SEARCH_INDEXES) this.#setUp(index, 'automerge', AUTOMERGE);
    this.#setMeta('complete', 'yes');
  }

  #setUp(index: (typeof SEARCH_INDEXES)[number], command: 'merge' | 'automerge', value: number): void {
    this.statements.run(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`, command, BigInt(value));
  }

  /**
   * Applies one page of the feed and moves the position, all in one transaction. With `recordPending`, what the pages
   * need is stored in the same transaction, to be read with {@link pending}. What the position has passed is left out.
   */
  apply(page: FeedPage, options: { today: IsoDate; recordPending: boolean }): void {
    this.#isFilling = !options.recordPending;
    const { position } = this;
    const fresh = page.data.filter((change) => change.seq > position);
    this.#toIndex.clear();
    this.statements.transaction(() => {
      for (const change of fresh) {
        const effects = this.#applyChange(change, options.today);
        this.#setMeta('updated_at', change.at);
        if (options.recordPending) this.#addPending(effects);
      }
      this.#indexForSearch();
      this.#setMeta('position', String(Math.max(position, page.meta.through)));
      this.#setMeta('feed_id', page.meta.feedId);
    });
    if (fresh.length > 0) this.#version = newestVersion += 1;
  }

  /**
   * What a change would ask of the pages, and what `look` finds meanwhile, as if it had been applied. Nothing of it stays,
   * and it has no place in the feed. Search is left out.
   */
  rehearse<Seen>(change: NewChange, today: IsoDate, look: () => Seen): { effects: Effects; seen: Seen } {
    this.#isFilling = false;
    try {
      return this.statements.rehearsal(() => {
        const effects = this.#applyChange({ ...change, seq: this.position + 1 }, today);
        return { effects, seen: look() };
      });
    } finally {
      this.#toIndex.clear();
    }
  }

  /** The public version of an item, or null when there is none. */
  itemOf(documentId: string): Item | null {
    const row = this.statements.get<{ json: string }>(
      'SELECT json FROM item JOIN item_content USING (id) WHERE document_id = ?',
      documentId,
    );
    return row ? itemSchema.parse(JSON.parse(row.json)) : null;
  }

  /** What the publisher has still to do, oldest first. */
  pending(): Effects[] {
    return this.statements
      .all<{ json: string }>('SELECT json FROM pending ORDER BY seq')
      .map((row) => JSON.parse(row.json) as Effects);
  }

  settle(seqs: readonly number[]): void {
    this.statements.transaction(() => {
      for (const seq of seqs) this.statements.run('DELETE FROM pending WHERE seq = ?', seq);
    });
  }

  settleAll(): void {
    this.statements.run('DELETE FROM pending');
  }

  /** Items whose validity changes with the coming of `today`; the next change is noted for each. */
  turnDay(today: IsoDate): string[] {
    const due = this.statements.all<{ id: number; document_id: string; json: string }>(
      `SELECT item.id, document_id, json FROM item JOIN item_content USING (id) WHERE validity_changes_on <= ?`,
      today,
    );
    for (const row of due) {
      const next = nextValidityChange(itemSchema.parse(JSON.parse(row.json)), today);
      this.statements.run('UPDATE item SET validity_changes_on = ? WHERE id = ?', next, row.id);
    }
    if (due.length > 0) this.#version = newestVersion += 1;
    return due.map((row) => tags.item(row.document_id));
  }

  /** The published files of the item whose page stands at an address. */
  filesAt(page: string): Pick<Attachment, 'fileName' | 'sha256' | 'mime' | 'size'>[] {
    const { slug = null, type = null } = itemPageAt(page) ?? {};
    return this.statements.all(
      `SELECT file_name AS fileName, sha256, mime, item_file.size FROM address
       JOIN item USING (document_id) JOIN item_file ON item_file.item = document_id
       WHERE address.slug = ? AND is_current = 1 AND item.type = ?`,
      slug,
      type,
    );
  }

  /** What the file of an address shows: an item's pages and attachments its version, anything else all up to the position. */
  shownAt(path: string): Shown {
    const slug = storedItemPathOf(path)?.slug;
    const item =
      slug === undefined
        ? undefined
        : this.statements.get<{ seq: number; approval: string | null }>(
            'SELECT seq, approval FROM item WHERE document_id = (SELECT document_id FROM address WHERE slug = ?)',
            slug,
          );
    if (item === undefined) return { kind: 'position', seq: this.position, approval: null };
    const approval = item.approval === null ? null : (JSON.parse(item.approval) as Approval);
    return { kind: 'version', seq: item.seq, approval };
  }

  isFileUsed(sha256: string): boolean {
    return this.statements.get('SELECT 1 FROM item_file WHERE sha256 = ? LIMIT 1', sha256) !== undefined;
  }

  *pagesWithFiles(): Generator<string> {
    const items = this.statements.iterate<{ slug: string; type: ItemType }>(
      'SELECT DISTINCT slug, type FROM item JOIN item_file ON item_file.item = item.document_id',
    );
    for (const { slug, type } of items) yield addresses.item(slug, type);
  }

  /** Every address that has a page of its own, the most visited first. */
  *paths(): Generator<string> {
    yield addresses.home();
    yield addresses.catalogue();
    yield addresses.organs();
    yield addresses.statistics();
    yield addresses.apply();
    yield addresses.venues();
    yield addresses.accessibility();
    yield* NEWS_FEED_FORMATS.map(addresses.newsFeed);
    yield addresses.sitemap();
    yield addresses.sitemapPages();
    yield addresses.robots();
    for (const { code } of this.statements.iterate<{ code: string }>('SELECT code FROM organ'))
      yield addresses.organ(code);
    for (const { code } of this.statements.iterate<{ code: string }>('SELECT code FROM category'))
      yield addresses.category(code);
    yield* this.#pathsOfPowers();
    const items = this.statements.iterate<{ slug: string; type: ItemType }>(
      'SELECT slug, type FROM item ORDER BY listed_on DESC',
    );
    for (const { slug, type } of items) {
      yield addresses.item(slug, type);
      if (type === 'power') yield addresses.powerChart(slug);
    }
    const counts = this.statements.iterate<{ code: string; year: string; n: number }>(
      'SELECT code, year, n FROM listing_count JOIN category ON document_id = list',
    );
    for (const { code, year, n } of counts) {
      yield addresses.categoryYear(code, year);
      if (n <= LIST_PAGE_SIZE) continue;
      for (let page = 1; page <= Math.ceil(n / LIST_PAGE_SIZE); page += 1)
        yield addresses.categoryYear(code, year, page);
    }
    const years = this.statements.all<{ year: string; n: number }>(
      'SELECT substr(listed_on, 1, 4) AS year, count(*) AS n FROM item GROUP BY 1',
    );
    for (const { year, n } of years) {
      for (let part = 1; part <= Math.ceil(n / SITEMAP_LENGTH); part += 1) yield addresses.sitemapYear(year, part);
    }
  }

  *#pathsOfPowers(): Generator<string> {
    yield addresses.services();
    yield addresses.powers();
    yield addresses.risks();
    yield addresses.powerChanges();
    for (const year of yearsOfAdjustments(this.statements)) yield addresses.powerChanges(year);
  }

  #applyChange(change: Change, today: IsoDate): Effects {
    switch (change.kind) {
      case 'item_published':
        return this.#publishItem(change, today);
      case 'item_withdrawn':
        return this.#withdrawItem(change.seq, change.payload);
      case 'item_removed':
        return this.#removeItem(change.seq, change.payload.documentId);
      case 'category_saved':
        return this.#saveCategory(change.seq, change.payload);
      case 'category_removed':
        this.statements.run('DELETE FROM category WHERE document_id = ?', change.payload.documentId);
        this.#relistBelow(change.payload.documentId);
        return { ...nothing(change.seq), everything: true };
      case 'organ_saved':
        return this.#saveOrgan(change.seq, change.payload);
      case 'organ_removed':
        this.statements.run('DELETE FROM organ WHERE document_id = ?', change.payload.documentId);
        return { ...nothing(change.seq), everything: true };
    }
  }

  #publishItem({ seq, payload: item, approval }: Extract<Change, { kind: 'item_published' }>, today: IsoDate): Effects {
    const before = this.#storedItem(item.documentId);
    const touched = new Set<string>();
    const formerPlaces = before ? this.#placesOf(before.id) : [];
    const { files, topics, near } = before ? this.#clear(before, item.documentId, touched) : NOTHING_CLEARED;
    this.#forgetTombstone(item.documentId, touched);

    const listed = listedOn(item);
    const day = dayInChina(item.publishedAt) > today ? dayInChina(item.publishedAt) : today;
    const id = before?.listed_on === listed ? before.id : this.#freeNumber(listed, item.indexNo);
    // A row that is replaced fires no trigger of one that is deleted.
    if (before) this.#forget(before.id);
    this.statements.run(
      `INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      item.documentId,
      seq,
      item.slug,
      item.title,
      item.indexNo,
      item.docNo,
      item.docNo === null ? null : numberKey(item.docNo),
      numberKey(item.indexNo),
      listed,
      item.genre,
      item.subject,
      item.categories[0] ?? '',
      item.publisher,
      item.responsible,
      item.effectiveOn,
      item.repealedOn,
      item.statedValidity,
      nextValidityChange(item, day),
      item.abstract,
      item.attachments.some((file) => file.role === 'attachment') ? 1 : 0,
      item.firstPublishedAt,
      item.publishedAt,
      item.withholding?.mode ?? null,
      approval === null ? null : JSON.stringify(approval),
      itemTypeOf(item),
      citationKey(item.title),
    );
    this.statements.run('INSERT INTO item_content VALUES (?, ?)', id, JSON.stringify(item));
    this.#toIndex.set(id, item);

    for (const category of item.categories) {
      this.statements.run('INSERT OR IGNORE INTO item_category VALUES (?, ?)', item.documentId, category);
    }
    for (const interprets of item.interprets) {
      this.statements.run('INSERT OR IGNORE INTO interpretation VALUES (?, ?)', item.documentId, interprets);
      touched.add(tags.item(interprets));
    }
    for (const replaces of item.replaces) {
      this.statements.run('INSERT OR IGNORE INTO replacement VALUES (?, ?)', item.documentId, replaces);
      touched.add(tags.item(replaces));
    }
    const { isChanged } = enterTopics(this.statements, { id, item, former: topics });
    if (isChanged || before?.id !== id) for (const tag of [...near, ...this.#near(id)]) touched.add(tag);
    if (item.record) enterRecord(this.statements, { id, documentId: item.documentId, record: item.record });
    this.#touchShown(item.record, touched);
    touchCitations(item, touched);
    for (const file of item.attachments) {
      this.statements.run(
        'INSERT OR REPLACE INTO item_file VALUES (?, ?, ?, ?, ?)',
        item.documentId,
        file.fileName,
        file.sha256,
        file.mime,
        file.size,
      );
    }
    this.statements.run('DELETE FROM address WHERE document_id = ?', item.documentId);
    for (const slug of item.formerSlugs) {
      this.statements.run('INSERT OR REPLACE INTO address VALUES (?, ?, 0)', slug, item.documentId);
    }
    this.statements.run('INSERT OR REPLACE INTO address VALUES (?, ?, 1)', item.slug, item.documentId);

    this.#list(id, item.documentId, listed, item.indexNo);
    this.#touchPlaces(formerPlaces, this.#placesOf(id), touched);
    this.#touchItem(item.documentId, listed, touched);
    if (item.record || (before && before.type !== 'item')) touched.add(tags.powers);
    if (item.record && isService(item.record)) touched.add(tags.services);
    const path = addresses.item(item.slug, itemTypeOf(item));
    const formerPath = before && addresses.item(before.slug, before.type);
    return {
      ...nothing(seq, touched),
      gone: formerPath !== undefined && formerPath !== path ? [formerPath] : [],
      files,
      item: { documentId: item.documentId, path },
    };
  }

  #withdrawItem(seq: number, tombstone: Tombstone): Effects {
    const effects = this.#removeItem(seq, tombstone.documentId);
    const { documentId, replacedBy } = tombstone;
    const touched = new Set(effects.tags);
    this.statements.run(
      'INSERT INTO tombstone VALUES (?, ?, ?, ?)',
      documentId,
      seq,
      replacedBy,
      JSON.stringify(tombstone),
    );
    this.#touchSuccessor(replacedBy, touched);
    for (const slug of [...tombstone.formerSlugs, tombstone.slug]) {
      this.statements.run(
        'INSERT OR REPLACE INTO address VALUES (?, ?, ?)',
        slug,
        tombstone.documentId,
        slug === tombstone.slug ? 1 : 0,
      );
    }
    const { slug: latest, formerSlugs, type } = tombstone;
    const all = [latest, ...formerSlugs].map((slug) => addresses.item(slug, type));
    return { ...effects, tags: [...touched], gone: [...new Set([...effects.gone, ...all])] };
  }

  /** Its page names those that were withdrawn in its favour. */
  #touchSuccessor(slug: string | null, touched: Set<string>): void {
    if (slug === null) return;
    const row = this.statements.get<{ document_id: string }>('SELECT document_id FROM address WHERE slug = ?', slug);
    if (row !== undefined) touched.add(tags.item(row.document_id));
  }

  #forgetTombstone(documentId: string, touched: Set<string>): void {
    const row = this.statements.get<{ replaced_by: string | null }>(
      'SELECT replaced_by FROM tombstone WHERE document_id = ?',
      documentId,
    );
    if (row === undefined) return;
    this.#touchSuccessor(row.replaced_by, touched);
    this.statements.run('DELETE FROM tombstone WHERE document_id = ?', documentId);
  }

  /** Takes away all there is of an item, its tombstone included. */
  #removeItem(seq: number, documentId: string): Effects {
    const touched = new Set<string>();
    this.#forgetTombstone(documentId, touched);
    this.statements.run('DELETE FROM address WHERE document_id = ?', documentId);
    const before = this.#storedItem(documentId);
    if (!before) return nothing(seq, touched);

    const formerPlaces = this.#placesOf(before.id);
    const { files, near } = this.#clear(before, documentId, touched);
    for (const tag of near) touched.add(tag);
    this.#forget(before.id);
    this.#touchPlaces(formerPlaces, [], touched);
    this.#touchItem(documentId, before.listed_on, touched);
    if (before.type !== 'item') touched.add(tags.powers);
    return { ...nothing(seq, touched), gone: [addresses.item(before.slug, before.type)], files };
  }

  #saveCategory(seq: number, category: Category): Effects {
    const before = this.statements.get<{ code: string; name: string; parent: string | null; json: string }>(
      'SELECT code, name, parent, json FROM category WHERE document_id = ?',
      category.documentId,
    );
    this.statements.run(
      'INSERT OR REPLACE INTO category VALUES (?, ?, ?, ?, ?, ?)',
      category.documentId,
      category.code,
      category.parent,
      category.order,
      category.name,
      JSON.stringify(category),
    );
    const isMoved = before?.parent !== category.parent;
    if (isMoved) this.#relistBelow(category.documentId);
    const isShownOtherwise = isMoved || before.name !== category.name || before.code !== category.code;
    const touched = new Set<string>([tags.tree, tags.facts(category.documentId)]);
    if (before === undefined || !hasSameTerms(JSON.parse(before.json) as Category, category)) {
      touched.add(tags.terms(category.documentId));
    }
    for (const list of [category.parent, before?.parent]) if (list) touched.add(tags.newest(list));
    if (isShownOtherwise) touched.add(tags.category(category.documentId));
    return { ...nothing(seq, touched), everything: isShownOtherwise && this.#isListed(category.documentId) };
  }

  #saveOrgan(seq: number, organ: Organ): Effects {
    const before = this.statements.get<{ code: string; name: string; parent: string | null }>(
      'SELECT code, name, parent FROM organ WHERE document_id = ?',
      organ.documentId,
    );
    this.statements.run(
      'INSERT OR REPLACE INTO organ VALUES (?, ?, ?, ?, ?, ?)',
      organ.documentId,
      organ.code,
      organ.parent,
      organ.order,
      organ.name,
      JSON.stringify(organ),
    );
    const isShownOtherwise =
      before?.name !== organ.name || before.code !== organ.code || before.parent !== organ.parent;
    const touched = new Set<string>([tags.organs]);
    for (const list of [organ.documentId, organ.parent, before?.parent]) if (list) touched.add(tags.newest(list));
    if (isShownOtherwise) touched.add(tags.organ(organ.documentId));
    return { ...nothing(seq, touched), everything: isShownOtherwise && this.#isListed(organ.documentId) };
  }

  /** Whether entries may show its name. */
  #isListed(list: string): boolean {
    return this.statements.get('SELECT 1 FROM listing_count WHERE list = ? LIMIT 1', list) !== undefined;
  }

  /** What changes on other pages when an item comes, changes or goes, apart from its lists. */
  #touchItem(documentId: string, listed: IsoDate, touched: Set<string>): void {
    touched.add(tags.item(documentId)).add(tags.tree).add(tags.organs).add(tags.sitemap);
    touched.add(tags.sitemapYear(listed.slice(0, 4)));
  }

  #list(id: number, documentId: string, listed: IsoDate, indexNo: string): void {
    for (const list of this.#listsOf(documentId)) {
      this.statements.run('INSERT INTO listing VALUES (?, ?, ?, ?, ?)', list, listed.slice(0, 4), listed, indexNo, id);
    }
  }

  #placesOf(id: number): Place[] {
    return this.statements.all<Place>('SELECT list, year, listed_on, index_no FROM listing WHERE item = ?', id);
  }

  /**
   * Takes an item out of its lists and of everything that hangs on it, before it is written anew or removed. Gives the
   * hashes of its files, the topics that it stood in and the pages next to it there.
   */
  #clear(before: StoredItem, documentId: string, touched: Set<string>): Cleared {
    touched.add(tags.sitemapYear(before.listed_on.slice(0, 4)));
    const interpreted = this.statements.all<{ interprets: string }>(
      'SELECT interprets FROM interpretation WHERE item = ?',
      documentId,
    );
    for (const { interprets } of interpreted) touched.add(tags.item(interprets));
    const replaced = this.statements.all<{ replaces: string }>(
      'SELECT replaces FROM replacement WHERE item = ?',
      documentId,
    );
    for (const { replaces } of replaced) touched.add(tags.item(replaces));

    if (before.type !== 'item') this.#touchShown(this.itemOf(documentId)?.record ?? null, touched);
    touchCitations(this.#citedAs(before.id), touched);
    const files = this.statements.all<{ sha256: string }>('SELECT sha256 FROM item_file WHERE item = ?', documentId);

    if (wasService(this.statements, before)) touched.add(tags.services);
    const near = this.#near(before.id);
    removeRecord(this.statements, before.id, documentId);
    this.statements.run('DELETE FROM listing WHERE item = ?', before.id);
    this.statements.run('DELETE FROM item_category WHERE item = ?', documentId);
    this.statements.run('DELETE FROM interpretation WHERE item = ?', documentId);
    this.statements.run('DELETE FROM replacement WHERE item = ?', documentId);
    this.statements.run('DELETE FROM item_file WHERE item = ?', documentId);
    this.#toIndex.set(before.id, null);
    return { files: files.map((file) => file.sha256), topics: removeTopics(this.statements, before.id), near };
  }

  /** Pages that show, or may show, what stands next to them in a topic: those of the neighbours of an item. */
  #near(id: number): string[] {
    return this.#isFilling ? [] : neighboursOf(this.statements, id).map(tags.near);
  }

  /** Pages of what a record names show it as well. */
  #touchShown(record: ItemRecord | null, touched: Set<string>): void {
    if (record === null || this.#isFilling) return;
    for (const other of shownOnPagesOf(this.statements, record)) touched.add(tags.item(other));
  }

  #citedAs(id: number): { title: string; docNo: string | null } {
    const row = this.statements.get<{ title: string; doc_no: string | null }>(
      'SELECT title, doc_no FROM item WHERE id = ?',
      id,
    );
    return { title: row?.title ?? '', docNo: row?.doc_no ?? null };
  }

  /** An entry that kept its place changes one page of the list; one that came or went moves all from its place on. */
  #touchPlaces(former: readonly Place[], current: readonly Place[], touched: Set<string>): void {
    if (this.#isFilling) return;
    const keyOf = (place: Place) => JSON.stringify(Object.values(place));
    const [before, after] = [former, current].map((places) => new Set(places.map(keyOf))) as [Set<string>, Set<string>];
    for (const place of [...former, ...current]) {
      const { list, year } = place;
      touched.add(tags.newest(list)).add(tags.year(list, year));
      const isKept = before.has(keyOf(place)) && after.has(keyOf(place));
      if (this.#isOrgan(list)) continue;
      for (const page of this.#pagesFrom(place, isKept)) touched.add(tags.yearPage(list, year, page));
    }
  }

  /** Organs have no pages by year. */
  #isOrgan(list: string): boolean {
    return this.statements.get('SELECT 1 FROM organ WHERE document_id = ?', list) !== undefined;
  }

  /** The page of a place, or all from there to the newest with the one before, which links there. */
  #pagesFrom({ list, year, listed_on, index_no }: Place, isKept: boolean): number[] {
    const rank = this.statements.get<{ n: number }>(
      'SELECT count(*) AS n FROM listing WHERE list = ? AND year = ? AND (listed_on, index_no) < (?, ?)',
      list,
      year,
      listed_on,
      index_no,
    );
    const before = Math.floor((rank?.n ?? 0) / LIST_PAGE_SIZE);
    if (isKept) return [before + 1];
    const all = this.statements.get<{ n: number }>(
      'SELECT n FROM listing_count WHERE list = ? AND year = ?',
      list,
      year,
    );
    const first = Math.max(1, before);
    const last = Math.ceil(((all?.n ?? 0) + 1) / LIST_PAGE_SIZE);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  /** The lists an item stands in: its categories, all above them, and its organs. */
  #listsOf(documentId: string): string[] {
    return this.statements
      .all<{ id: string }>(
        `WITH RECURSIVE above(id) AS (
           SELECT category FROM item_category WHERE item = ?1
           UNION SELECT parent FROM category JOIN above ON document_id = above.id WHERE parent IS NOT NULL
         ) SELECT id FROM above
         UNION SELECT publisher FROM item WHERE document_id = ?1
         UNION SELECT responsible FROM item WHERE document_id = ?1 AND responsible IS NOT NULL`,
        documentId,
      )
      .map((row) => row.id);
  }

  /** Lists the items of a category and of those below it again. */
  #relistBelow(category: string): void {
    const items = this.statements.all<{ id: number; document_id: string; listed_on: string; index_no: string }>(
      `WITH RECURSIVE below(id) AS (
         SELECT ? UNION SELECT document_id FROM category JOIN below ON parent = below.id
       )
       SELECT DISTINCT item.id, document_id, listed_on, index_no FROM below
       JOIN item_category ON item_category.category = below.id JOIN item ON item.document_id = item_category.item`,
      category,
    );
    for (const item of items) {
      this.statements.run('DELETE FROM listing WHERE item = ?', item.id);
      this.#list(item.id, item.document_id, item.listed_on, item.index_no);
    }
  }

  /**
   * Brings the search indexes in line with what was applied, after everything else: a statement that fires a trigger has
   * FTS5 write out all that it was given so far, and for every item that costs more than the item.
   */
  #indexForSearch(): void {
    for (const [id, item] of this.#toIndex) {
      for (const index of SEARCH_INDEXES) this.statements.run(`DELETE FROM ${index} WHERE rowid = ?`, id);
      if (item === null) continue;
      for (const [index, tokens] of Object.entries(tokensOf(item))) {
        this.statements.run(`INSERT INTO ${index} (rowid, tokens) VALUES (?, ?)`, id, [...tokens].join(' '));
      }
    }
  }

  /** The rows of an item that is written anew or removed. */
  #forget(id: number): void {
    this.statements.run('DELETE FROM item WHERE id = ?', id);
    this.statements.run('DELETE FROM item_content WHERE id = ?', id);
  }

  #storedItem(documentId: string): StoredItem | undefined {
    return this.statements.get<StoredItem>(
      'SELECT id, slug, type, listed_on FROM item WHERE document_id = ?',
      documentId,
    );
  }

  #freeNumber(listed: IsoDate, indexNo: string): number {
    let number = itemNumber(listed, indexNo);
    while (this.statements.get('SELECT 1 FROM item WHERE id = ?', number) !== undefined) number += 1;
    return number;
  }

  #addPending(effects: Effects): void {
    this.statements.run('INSERT OR REPLACE INTO pending VALUES (?, ?)', effects.seq, JSON.stringify(effects));
  }

  #meta(key: string): string | undefined {
    return this.statements.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
  }

  #setMeta(key: string, value: string): void {
    this.statements.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
  }
}

function hasSameTerms(one: Category, other: Category): boolean {
  return one.deadlineRule === other.deadlineRule && one.reviewProcedure === other.reviewProcedure;
}

/** What is found by its number has a column of its own, and who published it is a filter: neither is text here. */
function tokensOf(item: Item): Record<(typeof SEARCH_INDEXES)[number], Iterable<string>> {
  const title = indexTokens([item.title, ...item.keywords].join('\n'));
  const ofFiles = item.attachments.flatMap(({ accessibleText }) => accessibleText ?? []);
  const readings = item.readings.flatMap(({ html }) => (html === null ? [] : [textOfHtml(html)]));
  const ofRecord = item.record ? [textOfRecord(item.record)] : [];
  const parts = [textOfHtml(item.body), item.abstract ?? '', item.docNo ?? '', ...ofRecord, ...ofFiles, ...readings];
  const rest = indexTokens(parts.join('\n'));
  return {
    search: [...title.pairs, ...rest.pairs],
    search_title: title.pairs,
    search_character: new Set([...title.characters, ...rest.characters]),
  };
}

/** The tombstone of a withdrawn item, by any address it ever had. */
export function tombstoneAt(statements: Statements, slug: string): Tombstone | null {
  const row = statements.get<{ json: string }>(
    'SELECT json FROM tombstone JOIN address USING (document_id) WHERE slug = ?',
    slug,
  );
  return row ? tombstoneSchema.parse(JSON.parse(row.json)) : null;
}

/** What every change asks for: home and the feeds say when the newest one came. */
function nothing(seq: number, touched: Iterable<string> = []): Effects {
  return {
    seq,
    tags: [...new Set([tags.home, tags.feeds, ...touched])],
    gone: [],
    files: [],
    item: null,
    everything: false,
  };
}
