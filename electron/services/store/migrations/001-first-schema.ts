import type { Migration } from './migration.ts';

/**
 * Everything that cannot be made anew. Names and texts of users and files are BLOBs of WTF-8 (wtf8.ts); lists and
 * objects are JSON in TEXT, which escapes NUL and lone surrogates; times are milliseconds since 1970; offsets are UTF-16
 * units. Large BLOBs stand last in their rows, so that reading the rest does not read them.
 */
export const firstSchema: Migration = {
  number: 1,
  sql: `
CREATE TABLE report (
  id TEXT PRIMARY KEY,
  origin TEXT NOT NULL CHECK (origin IN ('library', 'pack')),
  imported_at INTEGER NOT NULL,
  deleted_at INTEGER,
  current_version INTEGER NOT NULL,
  script TEXT NOT NULL,
  chars INTEGER NOT NULL,
  metadata TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE source_version (
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  bytes_hash TEXT NOT NULL,
  bytes_length INTEGER NOT NULL,
  source_hash TEXT NOT NULL,
  format TEXT NOT NULL,
  adapter TEXT NOT NULL,
  encoding TEXT NOT NULL,
  encoding_confidence REAL NOT NULL,
  time INTEGER NOT NULL,
  rule_set_version INTEGER NOT NULL,
  edits BLOB NOT NULL,
  undecodable BLOB NOT NULL,
  source BLOB NOT NULL,
  PRIMARY KEY (report_id, number)
) STRICT;
CREATE INDEX source_version_bytes ON source_version (bytes_hash);
CREATE INDEX source_version_source ON source_version (source_hash);

CREATE TABLE decision (
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  rule TEXT NOT NULL,
  applied INTEGER NOT NULL CHECK (applied IN (0, 1)),
  after BLOB,
  time INTEGER NOT NULL,
  PRIMARY KEY (report_id, version, start, "end", rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  schema_version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  source_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  tags TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  prefix BLOB NOT NULL,
  suffix BLOB NOT NULL,
  exact BLOB NOT NULL,
  note BLOB NOT NULL,
  CHECK (start <= "end")
) STRICT;
CREATE INDEX annotation_report ON annotation (report_id, start);

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  name BLOB NOT NULL,
  vault_folder BLOB,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO project (id, name, position, created_at) VALUES ('default', CAST('我的资料' AS BLOB), 0, 0);

CREATE TABLE project_report (
  project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_report_report ON project_report (report_id);

CREATE TABLE code (
  id TEXT PRIMARY KEY,
  name BLOB NOT NULL,
  fold BLOB NOT NULL,
  color TEXT NOT NULL,
  parent_id TEXT REFERENCES code (id),
  project_id TEXT REFERENCES project (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO code (id, name, fold, color, position, built_in) VALUES
  ('yellow', x'', x'', 'yellow', 0, 1),
  ('red', x'', x'', 'red', 1, 1),
  ('green', x'', x'', 'green', 2, 1),
  ('blue', x'', x'', 'blue', 3, 1),
  ('purple', x'', x'', 'purple', 4, 1);

CREATE TABLE tag (
  fold BLOB PRIMARY KEY,
  name BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_use (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  fold BLOB NOT NULL REFERENCES tag (fold),
  PRIMARY KEY (annotation_id, fold)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_use_fold ON tag_use (fold);

CREATE TABLE script_override (
  id TEXT PRIMARY KEY,
  direction TEXT NOT NULL,
  phrase BLOB NOT NULL,
  replacement BLOB NOT NULL,
  project_id TEXT REFERENCES project (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name BLOB NOT NULL,
  query BLOB NOT NULL,
  project_id TEXT REFERENCES project (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE pack (
  id TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  title BLOB NOT NULL,
  file_name TEXT NOT NULL,
  bytes_hash TEXT NOT NULL,
  installed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  actor TEXT NOT NULL,
  group_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  report_id TEXT,
  revision INTEGER NOT NULL,
  before BLOB,
  after BLOB
) STRICT;
CREATE INDEX journal_group ON journal (group_id);
CREATE INDEX journal_record ON journal (kind, record_id, revision);

CREATE TABLE undo_entry (
  position INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL,
  label TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;

CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;
CREATE TRIGGER source_is_immutable BEFORE UPDATE OF bytes_hash, source_hash, source ON source_version
  BEGIN SELECT RAISE(ABORT, 'a source version never changes'); END;
CREATE TRIGGER default_project_stays BEFORE DELETE ON project WHEN OLD.id = 'default'
  BEGIN SELECT RAISE(ABORT, 'there is always one project'); END;
`,
};
