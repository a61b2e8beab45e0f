/**
 * `item` is narrow, so that filters scan little; the document lies apart. `item_area` holds every area with its
 * province, so that a scope is one equality. `item_text` holds stemmed terms only (contentless).
 */
export const indexSchema = `
CREATE TABLE IF NOT EXISTS item (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  platform TEXT NOT NULL,
  outlet TEXT,
  source_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  tone TEXT NOT NULL,
  stance TEXT NOT NULL,
  criticism INTEGER NOT NULL,
  indicated INTEGER NOT NULL,
  story_id TEXT,
  issue_id TEXT,
  duplicate_of TEXT,
  linked_at INTEGER
);
CREATE INDEX IF NOT EXISTS item_published ON item (published_at);
CREATE INDEX IF NOT EXISTS item_issue ON item (issue_id, published_at) WHERE issue_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS item_story ON item (story_id) WHERE story_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS item_unlinked ON item (row) WHERE linked_at IS NULL;
CREATE TABLE IF NOT EXISTS item_document (row INTEGER PRIMARY KEY, document TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS item_area (
  area TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (area, item)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item_band (
  key TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY (key, item)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS item_text USING fts5 (
  terms, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE IF NOT EXISTS item_vocab USING fts5vocab('item_text', 'row');
`;
