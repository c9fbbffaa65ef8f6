/** Raised when the tables change: a store of another version is thrown away and filled again from the snapshot. */
export const CONTENT_SCHEMA_VERSION = 11;

/**
 * The content store. `item` is narrow, so that lists never read a body; `listing` holds one row for every list an item
 * stands in: its categories, all above them, and its organs, each by documentId. `listing_count` and `month_count` are kept
 * by triggers, so that no page counts rows.
 */
export const CONTENT_SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE organ (
  document_id TEXT PRIMARY KEY, code TEXT NOT NULL, parent TEXT, ord INTEGER NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX organ_code ON organ (code);

CREATE TABLE category (
  document_id TEXT PRIMARY KEY, code TEXT NOT NULL, parent TEXT, ord INTEGER NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX category_code ON category (code);

-- By item number, which begins with the day: see item-number.ts.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  index_no TEXT NOT NULL,
  doc_no TEXT,
  number_key TEXT,
  index_key TEXT NOT NULL,
  listed_on TEXT NOT NULL,
  genre TEXT NOT NULL,
  subject TEXT NOT NULL,
  category TEXT NOT NULL,
  publisher TEXT NOT NULL,
  responsible TEXT,
  effective_on TEXT,
  repealed_on TEXT,
  stated_validity TEXT,
  validity_changes_on TEXT,
  abstract TEXT,
  has_files INTEGER NOT NULL,
  first_published_at TEXT NOT NULL,
  published_at TEXT NOT NULL,
  withheld TEXT,
  -- JSON.
  approval TEXT,
  type TEXT NOT NULL,
  -- What others cite its title by: see citation.ts.
  title_key INTEGER NOT NULL
);
CREATE INDEX item_title ON item (title_key);
CREATE INDEX item_number ON item (number_key) WHERE number_key IS NOT NULL;
CREATE INDEX item_index ON item (index_key);
-- What facets count, beside each other: rows of items have long texts before some of it.
CREATE INDEX item_facts ON item (id, listed_on, genre, subject, type, has_files, effective_on, repealed_on, stated_validity);
CREATE INDEX item_guide ON item (id) WHERE type = 'guide';
-- Covers what the sitemap of a year reads.
CREATE INDEX item_listed ON item (listed_on, index_no, slug, published_at);
CREATE INDEX item_year ON item (substr(listed_on, 1, 4), published_at);
CREATE INDEX item_validity ON item (validity_changes_on) WHERE validity_changes_on IS NOT NULL;


CREATE TABLE month_count (month TEXT PRIMARY KEY, n INTEGER NOT NULL, with_files INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
  INSERT INTO month_count VALUES (substr(new.listed_on, 1, 7), 1, new.has_files)
    ON CONFLICT DO UPDATE SET n = n + 1, with_files = with_files + excluded.with_files;
END;
CREATE TRIGGER item_removed AFTER DELETE ON item BEGIN
  UPDATE month_count SET n = n - 1, with_files = with_files - old.has_files WHERE month = substr(old.listed_on, 1, 7);
  DELETE FROM month_count WHERE month = substr(old.listed_on, 1, 7) AND n = 0;
END;

CREATE TABLE item_content (id INTEGER PRIMARY KEY, json TEXT NOT NULL);

CREATE TABLE item_category (
  item TEXT NOT NULL, category TEXT NOT NULL, PRIMARY KEY (item, category)
) WITHOUT ROWID;
CREATE INDEX item_category_category ON item_category (category);

CREATE TABLE listing (
  list TEXT NOT NULL, year TEXT NOT NULL, listed_on TEXT NOT NULL, index_no TEXT NOT NULL, item INTEGER NOT NULL,
  PRIMARY KEY (list, year, listed_on, index_no, item)
) WITHOUT ROWID;
CREATE INDEX listing_item ON listing (item);
CREATE TABLE listing_count (list TEXT NOT NULL, year TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (list, year)) WITHOUT ROWID;
CREATE TRIGGER listing_added AFTER INSERT ON listing BEGIN
  INSERT INTO listing_count VALUES (new.list, new.year, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER listing_removed AFTER DELETE ON listing BEGIN
  UPDATE listing_count SET n = n - 1 WHERE list = old.list AND year = old.year;
  DELETE FROM listing_count WHERE list = old.list AND year = old.year AND n = 0;
END;

CREATE TABLE interpretation (item TEXT NOT NULL, interprets TEXT NOT NULL, PRIMARY KEY (item, interprets)) WITHOUT ROWID;
CREATE INDEX interpretation_of ON interpretation (interprets);

CREATE TABLE replacement (item TEXT NOT NULL, replaces TEXT NOT NULL, PRIMARY KEY (item, replaces)) WITHOUT ROWID;
CREATE INDEX replacement_of ON replacement (replaces);

-- What items are about, by item number and so by day: see related.ts.
CREATE TABLE topic (topic INTEGER NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (topic, item)) WITHOUT ROWID;
CREATE INDEX topic_item ON topic (item);

-- Items that a power, a guide or a risk point names.
CREATE TABLE connection (item TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (item, other)) WITHOUT ROWID;
CREATE INDEX connection_other ON connection (other);

-- By what the bases of a power cite regulations.
CREATE TABLE citation (item TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (item, key)) WITHOUT ROWID;
CREATE INDEX citation_key ON citation (key);

-- What the list of powers shows and filters by, so that it never reads a flow.
CREATE TABLE power (
  item INTEGER PRIMARY KEY, code TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL, last_adjustment TEXT
);
CREATE TABLE adjustment (
  item INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, made_on TEXT NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (item, n)
) WITHOUT ROWID;
CREATE INDEX adjustment_made ON adjustment (made_on);
CREATE TABLE risk_point (item INTEGER PRIMARY KEY, level TEXT NOT NULL, power TEXT);

CREATE TABLE address (slug TEXT PRIMARY KEY, document_id TEXT NOT NULL, is_current INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX address_document ON address (document_id);

CREATE TABLE tombstone (
  document_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, replaced_by TEXT, json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX tombstone_replaced_by ON tombstone (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE item_file (
  item TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL,
  PRIMARY KEY (item, file_name)
) WITHOUT ROWID;
CREATE INDEX item_file_sha256 ON item_file (sha256);

-- What the publisher still has to do: written with the change, deleted when the pages are in place.
CREATE TABLE pending (seq INTEGER PRIMARY KEY, json TEXT NOT NULL);

-- All three by item number. Titles have an index of their own, as small as they are; of single characters it is enough to
-- know who has them.
CREATE VIRTUAL TABLE search USING fts5(tokens, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
CREATE VIRTUAL TABLE search_title USING fts5(tokens, content='', contentless_delete=1, prefix='1', tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
CREATE VIRTUAL TABLE search_character USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
-- Until the store is complete, see mergeSearchIndexes().
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search_title (search_title, rank) VALUES ('automerge', 0);
INSERT INTO search_character (search_character, rank) VALUES ('automerge', 0);
`;

/** Tables for full-text search. */
export const SEARCH_INDEXES = ['search', 'search_title', 'search_character'] as const;
