import type { SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Sqlite } from '../sqlite/open-sqlite.ts';

/** Kysely on the shared SQLite file: its one connection is the writer, held as `exclusive` holds it. */
export function createSqliteDialect(sqlite: Sqlite): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => createDriver(sqlite),
  };
}

/**
 * SQLite takes back changes of tables like any others; Kysely does without it for migrations that switch foreign keys
 * off, which ours do not. A computer that is switched off in the middle so leaves the file as it was.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function createDriver(sqlite: Sqlite): Driver {
  const releases = new Map<DatabaseConnection, () => void>();
  const run = (sql: string) => async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => {},
    async acquireConnection() {
      const release = await sqlite.hold();
      const connection = createConnection(sqlite);
      releases.set(connection, release);
      return connection;
    },
    beginTransaction: run('BEGIN IMMEDIATE'),
    commitTransaction: run('COMMIT'),
    rollbackTransaction: run('ROLLBACK'),
    async releaseConnection(connection) {
      releases.get(connection)?.();
      releases.delete(connection);
    },
    destroy: async () => {},
  };
}

const returnsRows = /^\s*(select|with|pragma|explain)|returning/i;

function createConnection(sqlite: Sqlite): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const statement = sqlite.write(sql);
      const values = parameters as SQLInputValue[];
      if (returnsRows.test(sql)) return { rows: statement.all(...values) as R[] };
      const { changes, lastInsertRowid } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    streamQuery(): never {
      throw new Error('this dialect reads whole results: page instead');
    },
  };
}
