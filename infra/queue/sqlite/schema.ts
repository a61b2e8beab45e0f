/**
 * The payload stands last: a batch is a hundred kilobytes, and a column behind it is only reached by walking all of it;
 * counting reads nothing but its index. A live job's key is unique by the partial index; quarantined jobs
 * have no say in it.
 */
export const queueSchema = `
CREATE TABLE IF NOT EXISTS job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  key TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'active', 'quarantined')),
  priority INTEGER NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL,
  deaths INTEGER NOT NULL DEFAULT 0,
  backoff_ms INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  lease TEXT,
  lease_until INTEGER,
  error TEXT,
  quarantined_at INTEGER,
  payload TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS job_count ON job (name, state, due_at);
CREATE INDEX IF NOT EXISTS job_due ON job (name, priority, id) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS job_lease ON job (name, lease_until) WHERE state = 'active';
CREATE INDEX IF NOT EXISTS job_quarantine ON job (quarantined_at) WHERE state = 'quarantined';
CREATE UNIQUE INDEX IF NOT EXISTS job_key ON job (key) WHERE key IS NOT NULL AND state <> 'quarantined';
CREATE TABLE IF NOT EXISTS repeating_job (
  id TEXT PRIMARY KEY,
  every_ms INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  job TEXT NOT NULL
);
`;
