import { statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/**
 * One SQLite file, shared by the queue, the index and the records of an embedded installation.
 *
 * SQLite has one writer. Inside a process every write goes through `exclusive`, so that a synchronous write never
 * waits, blocking, for a transaction that is open across awaits in the same process; between processes SQLite's own
 * lock and the busy time-out do the same.
 */
export interface Sqlite {
  readonly path: string;
  /** The connection that writes. */
  readonly writer: DatabaseSync;
  /** A connection that only reads and is never blocked by writes; the same as `writer` for `:memory:`. */
  readonly reader: DatabaseSync;
  /** Runs `work` alone; synchronous work runs in one transaction, all or none. */
  exclusive<T>(work: () => T): Promise<T>;
  /** Holds the writer until `release` is called; for transactions that span awaits. */
  hold(): Promise<() => void>;
  /** A prepared statement of the writer, kept. */
  write(sql: string): StatementSync;
  /** A prepared statement of the reader, kept. */
  read(sql: string): StatementSync;
  close(): void;
}

/** Page cache of the two connections; what falls out is still in the system's own cache. */
const cacheKib = { writer: 4_096, reader: 2_048 };
/** A search by words reads the lengths of its matches all over the file: they are 1/150 of it (measured). */
const readerShare = 64;
/** A million items of posts have 30 MiB. */
const mostReaderKib = 32_768;

const readerKib = (path: string): number =>
  Math.min(mostReaderKib, Math.max(cacheKib.reader, Math.floor(statSync(path).size / 1_024 / readerShare)));

const configure = (db: DatabaseSync, kib: number): void => {
  db.exec(`PRAGMA busy_timeout = 10000; PRAGMA cache_size = -${kib}; PRAGMA temp_store = MEMORY;`);
};

/** One more connection to a file that only reads; for a thread that searches. */
export function openReader(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true });
  configure(db, readerKib(path));
  return db;
}

/**
 * Opens (and makes) the file in WAL mode. `synchronous = NORMAL`: a killed process loses nothing; a power cut may
 * take back the last moments, but queue, items and records stay consistent, because they are one file. The log is
 * taken over into the file every 32 MiB: a quarter more items a second than at the engine's 4 MiB.
 * @param path a file, or `:memory:`
 */
export function openSqlite(path: string): Sqlite {
  const writer = new DatabaseSync(path);
  configure(writer, cacheKib.writer);
  const inMemory = path === ':memory:';
  if (!inMemory)
    writer.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8000;',
    );
  const reader = inMemory ? writer : openReader(path);
  const statements = new Map<string, StatementSync>();
  let tail: Promise<void> = Promise.resolve();

  const hold = async (): Promise<() => void> => {
    const before = tail;
    let release = (): void => {};
    tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  };

  const statement = (db: DatabaseSync, sql: string): StatementSync => {
    const key = db === writer ? `w${sql}` : `r${sql}`;
    const found = statements.get(key) ?? db.prepare(sql);
    statements.set(key, found);
    return found;
  };

  return {
    path,
    writer,
    reader,
    hold,
    write: (sql) => statement(writer, sql),
    read: (sql) => statement(reader, sql),
    async exclusive(work) {
      const release = await hold();
      try {
        return transact(writer, work);
      } finally {
        release();
      }
    },
    close() {
      statements.clear();
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}

function transact<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
