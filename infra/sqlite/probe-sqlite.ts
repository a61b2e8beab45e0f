import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Finding, ill, well } from '../../shared/ports/finding.ts';

export interface SqliteFacts {
  /** null when there is no file yet. */
  migrations: readonly string[] | null;
  /** Every column of its tables. */
  columns: readonly { table: string; column: string }[];
  findings: Finding[];
}

/** Looks at the file of an embedded installation and changes nothing. */
export function probeSqlite(path: string, now: number): SqliteFacts {
  if (!existsSync(path))
    return {
      migrations: null,
      columns: [],
      findings: [well('SQLite: berkas', `belum ada; ${path} dibuat saat program dimulai`)],
    };
  const { size, mtimeMs } = statSync(path);
  const findings = [well('SQLite: berkas', `${path}, ${Math.round(size / 1e6)} MB`)];
  // The last write cannot lie ahead of us.
  findings.push(
    mtimeMs > now + 60_000
      ? ill(
          'jam',
          `berkas data terakhir ditulis ${Math.round((mtimeMs - now) / 60_000)} menit di depan jam ini`,
          'Setel jam komputer (otomatis dari internet).',
        )
      : well('jam', new Date(now).toISOString()),
  );
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      const [row] = db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
      const result = row?.quick_check ?? 'tidak ada jawaban';
      findings.push(
        result === 'ok'
          ? well('SQLite: keutuhan', 'utuh')
          : ill(
              'SQLite: keutuhan',
              result,
              'Berhenti memakai program, lalu pulihkan salinan cadangan terakhir.',
            ),
      );
      const migrated = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get();
      const names = migrated ? db.prepare('SELECT name FROM kysely_migration').all() : [];
      return { migrations: names.map((one) => String(one['name'])), columns: columnsOf(db), findings };
    } finally {
      db.close();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    findings.push(
      ill('SQLite: keutuhan', message, 'Pulihkan salinan cadangan terakhir; berkas ini tidak dapat dibaca.'),
    );
    return { migrations: null, columns: [], findings };
  }
}

const columnsOf = (db: DatabaseSync): { table: string; column: string }[] =>
  db
    .prepare(
      "SELECT m.name AS 'table', c.name AS 'column' FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'",
    )
    .all()
    .map((row) => ({ table: String(row['table']), column: String(row['column']) }));
