import { readFileSync } from 'node:fs';
import pg from 'pg';
import { clockFinding, type Finding, ill, well } from '../../shared/ports/finding.ts';
import type { FoundColumn } from './missing-shapes.ts';
import { columnsQuery, type PostgresSettings } from './open-postgres.ts';
import { migrationFinding } from './probe-migrations.ts';

const least = 15;
/** Connections that are kept free for the operator. */
const spareConnections = 5;

const facts = `select
  current_setting('server_version_num')::int as version, current_setting('server_version') as said,
  current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby,
  has_schema_privilege(current_user, 'public', 'CREATE') as may_create,
  current_setting('max_connections')::int as most,
  (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
  pg_database_size(current_database())::float8 as bytes,
  extract(epoch from clock_timestamp())::float8 * 1000 as at,
  to_regclass('public.kysely_migration') is not null as migrated`;

interface Facts {
  version: number;
  said: string;
  encoding: string;
  standby: boolean;
  may_create: boolean;
  most: number;
  used: number;
  bytes: number;
  at: number;
  migrated: boolean;
}

/** Looks at PostgreSQL and changes nothing. */
export async function probePostgres({
  url,
  caFile,
}: PostgresSettings): Promise<{ findings: Finding[]; isCurrent: boolean }> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    ...(caFile ? { ssl: { ca: readFileSync(caFile, 'utf8') } } : {}),
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const before = Date.now();
    const found = (await client.query<Facts>(facts)).rows[0]!;
    const after = Date.now();
    const applied = found.migrated
      ? (await client.query<{ name: string }>('select name from kysely_migration')).rows.map(
          (row) => row.name,
        )
      : null;
    const { rows: columns } = await client.query<FoundColumn>(columnsQuery);
    const { finding, isCurrent } = await migrationFinding('PostgreSQL', applied, columns);
    const findings = [
      well('PostgreSQL: sambungan', `menjawab dalam ${after - before} ms`),
      ...judge(found),
      clockFinding('PostgreSQL', found.at, before, after),
      finding,
    ];
    return { findings, isCurrent };
  } catch (error) {
    const message = error instanceof Error ? error.message || error.name : String(error);
    const todo = /password|role|database .* does not exist/.test(message)
      ? 'Perbaiki nama, kata sandi, atau basis data di SARING_DATABASE_URL.'
      : 'Jalankan PostgreSQL, atau perbaiki SARING_DATABASE_URL.';
    return { findings: [ill('PostgreSQL: sambungan', message, todo)], isCurrent: false };
  } finally {
    await client.end().catch(() => {});
  }
}

function judge({ version, said, encoding, standby, may_create, most, used, bytes }: Facts): Finding[] {
  return [
    version >= least * 10_000
      ? well('PostgreSQL: versi', said)
      : ill('PostgreSQL: versi', said, `Pasang PostgreSQL ${least} atau lebih baru.`),
    encoding === 'UTF8'
      ? well('PostgreSQL: pengodean', encoding)
      : ill('PostgreSQL: pengodean', encoding, 'Buat basis data dengan encoding UTF8.'),
    standby
      ? ill(
          'PostgreSQL: hak',
          'server ini salinan yang hanya dapat dibaca',
          'Arahkan SARING_DATABASE_URL ke server utama.',
        )
      : may_create
        ? well('PostgreSQL: hak', 'boleh membuat tabel')
        : ill(
            'PostgreSQL: hak',
            'tidak boleh membuat tabel',
            'Jalankan: grant create on schema public to <pengguna>.',
          ),
    used + spareConnections <= most
      ? well('PostgreSQL: sambungan terpakai', `${used} dari ${most}`)
      : ill(
          'PostgreSQL: sambungan terpakai',
          `${used} dari ${most}`,
          'Naikkan max_connections atau turunkan SARING_DATABASE_CONNECTIONS.',
        ),
    well('PostgreSQL: ukuran', `${Math.round(bytes / 1e6)} MB`),
  ];
}
