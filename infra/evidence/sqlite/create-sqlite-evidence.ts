import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { AlteredEvidence, type EvidenceStore } from '../../../shared/ports/evidence-store.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';

const schema =
  'CREATE TABLE IF NOT EXISTS evidence (hash TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The stored bytes; null when they can no longer be unpacked. */
function unpack(body: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(body);
  } catch {
    return null;
  }
}

/** Evidence in the embedded installation's SQLite file, compressed, by the hash of what it was. */
export function createSqliteEvidence(sqlite: Sqlite): EvidenceStore {
  sqlite.writer.exec(schema);
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      await sqlite.exclusive(() => {
        sqlite
          .write('INSERT INTO evidence (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING')
          .run(hash, gzipSync(bytes));
      });
      return hash;
    },
    async get(hash) {
      const row = sqlite.read('SELECT body FROM evidence WHERE hash = ?').get(hash) as
        | { body: Uint8Array }
        | undefined;
      if (!row) return null;
      const bytes = unpack(row.body);
      if (!bytes || hashOf(bytes) !== hash)
        throw new AlteredEvidence(`evidence ${hash} no longer fits its hash`);
      return bytes;
    },
    remove: (hashes) =>
      sqlite.exclusive(() => {
        const one = sqlite.write('DELETE FROM evidence WHERE hash = ?');
        return hashes.reduce((count, hash) => count + Number(one.run(hash).changes), 0);
      }),
    async hashes(after, limit) {
      const rows = sqlite
        .read('SELECT hash FROM evidence WHERE hash > ? ORDER BY hash LIMIT ?')
        .all(after, limit);
      return rows.map((row) => String(row['hash']));
    },
    async verify() {
      const altered: string[] = [];
      let checked = 0;
      for (const row of sqlite.read('SELECT hash, body FROM evidence').iterate() as Iterable<{
        hash: string;
        body: Uint8Array;
      }>) {
        checked += 1;
        const bytes = unpack(row.body);
        if (!bytes || hashOf(bytes) !== row.hash) altered.push(row.hash);
      }
      return { checked, altered };
    },
  };
}
