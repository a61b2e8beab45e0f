import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { AlteredEvidence, type EvidenceStore } from '../../../shared/ports/evidence-store.ts';

/** Runs one statement of PostgreSQL. */
export type RunSql = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

interface EvidenceRow {
  hash: string;
  body: Buffer;
}

const schema = 'create table if not exists evidence (hash text primary key, body bytea not null)';
/** Pages that are read at once when everything is walked: a page of the web is some 100 KB. */
const walkRows = 50;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The stored bytes; null when they no longer are what they were. */
function intact({ hash, body }: EvidenceRow): Uint8Array | null {
  try {
    const bytes = gunzipSync(body);
    return hashOf(bytes) === hash ? bytes : null;
  } catch {
    return null;
  }
}

/** Evidence in PostgreSQL, compressed, by the hash of what it was. Open it while no other process does. */
export async function createPostgresEvidence(run: RunSql): Promise<EvidenceStore> {
  await run(schema);
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      await run('insert into evidence (hash, body) values ($1, $2) on conflict do nothing', [
        hash,
        gzipSync(bytes),
      ]);
      return hash;
    },
    async get(hash) {
      const [row] = await run<EvidenceRow>('select hash, body from evidence where hash = $1', [hash]);
      if (!row) return null;
      const bytes = intact(row);
      if (!bytes) throw new AlteredEvidence(`evidence ${hash} no longer fits its hash`);
      return bytes;
    },
    async remove(hashes) {
      const sql = 'delete from evidence where hash = any($1) returning hash';
      return hashes.length === 0 ? 0 : (await run<{ hash: string }>(sql, [[...hashes]])).length;
    },
    async hashes(after, limit) {
      const sql = 'select hash from evidence where hash > $1 order by hash limit $2';
      return (await run<{ hash: string }>(sql, [after, limit])).map((row) => row.hash);
    },
    async verify() {
      const altered: string[] = [];
      let checked = 0;
      let after = '';
      for (;;) {
        const sql = `select hash, body from evidence where hash > $1 order by hash limit ${walkRows}`;
        const rows = await run<EvidenceRow>(sql, [after]);
        checked += rows.length;
        for (const row of rows) if (!intact(row)) altered.push(row.hash);
        if (rows.length < walkRows) return { checked, altered };
        after = rows.at(-1)!.hash;
      }
    },
  };
}
