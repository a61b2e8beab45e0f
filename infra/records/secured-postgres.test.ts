import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificates, makeCertificates, opensslMissing } from '../stack/make-certificates.ts';
import { missingServer } from '../stack/missing-server.ts';
import type { RunningServer } from '../stack/server-process.ts';
import { serverOwner, startPostgres } from '../stack/start-postgres.ts';
import { openPostgres } from './open-postgres.ts';
import { probePostgres } from './probe-postgres.ts';

const missing = missingServer('postgres') ?? opensslMissing();
/** What an address has to escape. */
const password = 'rahasia/@:?%sekali';

/** The superuser as ever; everybody else by TLS and password alone. */
const rules = `host all saring 127.0.0.1/32 trust
hostssl all all 127.0.0.1/32 scram-sha-256
`;

describe.skipIf(missing !== null)(`a PostgreSQL with TLS and users ${missing ?? ''}`, () => {
  let folder: string;
  let certificates: Certificates;
  let server: RunningServer;
  let admin: pg.Client;
  const url = (user: string, database = 'petugas'): string =>
    server.url.replace('saring@', `${user}@`).replace(/postgres$/, database);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saring-rules-'));
    chmodSync(folder, 0o755); // the server runs as somebody else
    certificates = makeCertificates(serverOwner());
    const rulesFile = join(folder, 'pg_hba.conf');
    writeFileSync(rulesFile, rules, { mode: 0o644 });
    const { certFile, keyFile } = certificates;
    const more = ['ssl=on', `ssl_cert_file=${certFile}`, `ssl_key_file=${keyFile}`, `hba_file=${rulesFile}`];
    server = await startPostgres({ more: more.flatMap((one) => ['-c', one]) });
    admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    for (const user of ['petugas', 'tamu']) await admin.query(`create user ${user} password '${password}'`);
    await admin.query('create database petugas owner petugas');
  });
  afterAll(async () => {
    await admin?.end();
    await server?.stop();
    certificates?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is migrated and used over TLS by the user whose password fits', async () => {
    const settings = { url: url(`petugas:${encodeURIComponent(password)}`), caFile: certificates.caFile };
    const { records, run, close } = await openPostgres(settings);
    await records.state.put('k', 1);
    expect(await records.state.get('k')).toBe(1);
    expect(await run('select ssl from pg_stat_ssl where pid = pg_backend_pid()')).toEqual([{ ssl: true }]);
    const { findings } = await probePostgres(settings);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    await close();
  });

  it.each([
    ['a wrong password', 'petugas:salah', 'petugas', true, /password authentication failed/],
    ['a user who may not make tables', 'tamu', 'petugas', true, /permission denied/],
    ['no TLS where it is asked for', 'petugas', 'petugas', false, /no encryption|pg_hba/],
  ])('is refused in one line with %s', async (_, user, database, knows, said) => {
    const who = user.includes(':') ? user : `${user}:${encodeURIComponent(password)}`;
    const settings = { url: url(who, database), ...(knows ? { caFile: certificates.caFile } : {}) };
    const refusal = await openPostgres(settings).then(
      () => 'it was taken',
      (error: Error) => error.message,
    );
    expect(refusal).toMatch(/^PostgreSQL cannot be used: /);
    expect(refusal).toMatch(said);
    expect(refusal).not.toContain('\n');
  });

  it('is refused with an authority that it does not know', async () => {
    const other = makeCertificates();
    const settings = { url: url(`petugas:${encodeURIComponent(password)}`), caFile: other.caFile };
    await expect(openPostgres(settings)).rejects.toThrow(/^PostgreSQL cannot be used: .*certificate/);
    other.remove();
  });

  it('refuses a database that a newer program migrated, in one line', async () => {
    const name = `t${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${name}`);
    const settings = { url: server.url.replace(/postgres$/, name) };
    await (await openPostgres(settings)).close();
    const inside = new pg.Client({ connectionString: settings.url });
    await inside.connect();
    await inside.query("insert into kysely_migration values ('2099-later', '2099-01-01')");
    await inside.end();
    const refusal = await openPostgres(settings).catch((error: Error) => error.message);
    expect(refusal).toMatch(/2099-later/);
    expect(refusal).not.toContain('\n');
  });
});
