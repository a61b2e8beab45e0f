import { readFileSync } from 'node:fs';
import { type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { RecordTables } from '../../shared/ports/record-tables.ts';
import type { Records } from '../../shared/ports/records.ts';
import { createRecords } from './create-records.ts';
import { migrations } from './migrations.ts';
import { compareShapes, type FoundColumn, someOf } from './missing-shapes.ts';
import type { Tables } from './tables.ts';

export interface PostgresSettings {
  /** `postgres://user:password@host/database`. */
  url: string;
  /** PEM file of the authority that signed the server's certificate; with it TLS is required. */
  caFile?: string;
  /** Connections of this process, default 10: nine processes then stay below PostgreSQL's usual limit of 100. */
  maxConnections?: number;
  /** A transaction of a process that says nothing for this long is ended by the server; default 10,000. */
  silentMs?: number;
}

export interface PostgresRecords {
  records: Records;
  tables: RecordTables;
  /** Runs `work` while no other process of this database runs work of the same name. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** One statement of its own, for what keeps its data in the same database. */
  run<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** PostgreSQL is not there, too old, or not as it has to be; the message says what to do. */
export class PostgresRefused extends Error {
  override name = 'PostgresRefused';
}

/** Any number, the same in every process: transactions of all of them take turns under it. */
const turnKey = 7_274_496;
/**
 * Others wait for the turn of a process whose network is dead: 25 times the longest transaction measured (0.4 s), and
 * short enough that people see a slow answer rather than none. What it was about to write is written by another try.
 */
const defaultSilentMs = 10_000;
/** A query that is not answered is given up after more than a minute's outage of the network. */
const answerWithinMs = 90_000;
/** A lock of the session (see `createAlone`) goes a minute after its process: two hours are the system's own idea. */
const keepAlives = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';
const int8 = 20;
const leastVersion = 15;

/** The Records on PostgreSQL, migrated by the first process that opens them while the others wait. */
export async function openPostgres(settings: PostgresSettings): Promise<PostgresRecords> {
  const pool = openPool(settings);
  try {
    await checkServer(pool);
    const alone = createAlone(pool);
    const { records, tables, close } = await alone('migrate', () =>
      createRecords(new PostgresDialect({ pool }), { inTurn: createTurns(), takeTurn }),
    );
    await refuseHalf(pool);
    const run = async <Row>(text: string, values?: unknown[]): Promise<Row[]> =>
      (await pool.query(text, values)).rows as Row[];
    return { records, tables, alone, run, close };
  } catch (error) {
    await pool.end().catch(() => {});
    throw isMissingRight(error)
      ? new PostgresRefused(
          `PostgreSQL cannot be used: ${error.message}; make the user owner of the database`,
        )
      : error;
  }
}

/** Every column of our tables. */
export const columnsQuery =
  'select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()';

/** A backup that was restored in part would fail one query after the other. @throws PostgresRefused */
async function refuseHalf(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<FoundColumn>(columnsQuery);
  const { missing } = await compareShapes(rows, Object.keys(await migrations.getMigrations()));
  if (missing.length > 0)
    throw new PostgresRefused(
      `The database is half migrated, half restored or was changed by hand: it lacks ${someOf(missing)}; restore its backup`,
    );
}

/** Of the user, e.g. to make tables: PostgreSQL's words, whoever wrapped them. */
const isMissingRight = (error: unknown): error is Error =>
  error instanceof Error && /permission denied|must be owner/.test(error.message);

const takeTurn = async (db: Kysely<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${sql.lit(turnKey)})`.execute(db);
};

/**
 * Transactions of one process take turns before they ask the server for theirs. Of a process whose network is dead only
 * one session can then be at its turn, or come to it, so that the others wait once and not for each of its connections.
 */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

function openPool({
  url,
  caFile,
  maxConnections = 10,
  silentMs = defaultSilentMs,
}: PostgresSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A network that swallows everything closes no connection. The server ends a transaction whose process is silent,
    // since others wait for its turn; this process gives a query up that is not answered.
    keepAlive: true,
    idle_in_transaction_session_timeout: silentMs,
    query_timeout: answerWithinMs,
    options: keepAlives,
    application_name: 'saring',
    // Counts and times are below 2^53; only this pool reads them so.
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
    ...(caFile ? { ssl: { ca: readFileSync(caFile, 'utf8') } } : {}),
  });
  pool.on('error', () => {}); // an idle connection went away: the next query opens another
  // One that goes away between two queries of a transaction: the next query of it says so.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** @throws PostgresRefused */
async function checkServer(pool: pg.Pool): Promise<void> {
  const query = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
  const { rows } = await pool.query<{ version: number; encoding: string }>(query).catch((error: Error) => {
    throw new PostgresRefused(`PostgreSQL cannot be used: ${error.message || error.name}`);
  });
  const { version, encoding } = rows[0]!;
  if (version < leastVersion * 10_000)
    throw new PostgresRefused(
      `PostgreSQL ${Math.floor(version / 10_000)} is too old: this program needs ${leastVersion} or newer`,
    );
  if (encoding !== 'UTF8')
    throw new PostgresRefused(`The database is encoded in ${encoding}: create it with encoding UTF8`);
}

/** A lock of the session: it ends with the process, however that ends. */
function createAlone(pool: pg.Pool): PostgresRecords['alone'] {
  return async (name, work) => {
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock(hashtext($1))', [`saring ${name}`]);
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock_all()').catch(() => {});
      client.release();
    }
  };
}
