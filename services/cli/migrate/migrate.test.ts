import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingServer } from '../../../infra/stack/missing-server.ts';
import { type RunningStack, startStack } from '../../../infra/stack/start-stack.ts';
import { openFlow } from '../../../pipelines/flow/open-flow.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import { newJob } from '../../../shared/jobs/job-definition.ts';
import { enrichJob } from '../../../shared/jobs/jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { openDistributed } from '../../distributed/main.ts';
import { HalfMoved } from '../../installation/main.ts';
import { openEmbedded } from '../../standalone/main.ts';
import { crashBatch } from '../../standalone/testdata/crash-items.ts';
import { Digest } from './digest.ts';
import { directionOf, type MigrateOptions, migrate } from './migrate.ts';

describe('a digest', () => {
  it('does not depend on order, and tells a value that is missing, changed or there twice', () => {
    const of = (...values: unknown[]): string => {
      const digest = new Digest();
      for (const value of values) digest.add(value);
      return digest.hash;
    };
    expect(of({ a: 1, b: 2 }, 'c')).toBe(of('c', { b: 2, a: 1 }));
    expect(new Set([of('a', 'b'), of('a'), of('a', 'c'), of('a', 'b', 'b'), of()]).size).toBe(5);
  });
});

describe('a direction', () => {
  it('may be written with any arrow, and nothing else', () => {
    for (const text of ['embedded→distributed', 'embedded->distributed', 'embedded-to-distributed'])
      expect(directionOf(text)).toBe('embedded→distributed');
    expect(directionOf('distributed→embedded')).toBe('distributed→embedded');
    expect(() => directionOf('embedded→embedded')).toThrow('embedded→distributed atau distributed→embedded');
  });
});

const missing = missingServer('redis', 'postgres', 'elasticsearch');

describe.skipIf(missing !== null)(`moving an installation ${missing ?? ''}`, () => {
  let stack: RunningStack;
  let folder: string;
  let count = 0;
  let environment: Record<string, string>;
  const open: Installation[] = [];
  beforeAll(async () => {
    stack = await startStack();
  }, 180_000);
  afterAll(() => stack?.stop());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saring-migrate-'));
    count += 1;
    const { default: pg } = await import('pg');
    const admin = new pg.Client({ connectionString: stack.postgres.url });
    await admin.connect();
    await admin.query(`create database move_${count}`);
    await admin.end();
    environment = {
      ...stack.environment,
      SARING_DATABASE_URL: stack.postgres.url.replace(/postgres$/, `move_${count}`),
      SARING_KEY_PREFIX: `move-${count}`,
    };
  }, 60_000);
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const kept = (installation: Installation): Installation => {
    open.push(installation);
    return installation;
  };
  const embedded = async (dir: string, moving = false): Promise<Installation> =>
    kept(await openEmbedded(loadConfig({}, { dataDir: join(folder, dir) }), { moving }));
  const distributed = async (moving = false): Promise<Installation> =>
    kept(await openDistributed(loadConfig(environment), { moving }));
  const optionsOf = (more: Partial<MigrateOptions> = {}): MigrateOptions => ({
    direction: 'embedded→distributed',
    from: 'here',
    sourceDir: join(folder, 'unit'),
    targetDir: join(folder, 'servers'),
    now: Date.now,
    moved: () => {},
    ...more,
  });

  /** A unit's data through the real stages: items, stories, issues, series, and what people left. */
  async function fill(installation: Installation): Promise<void> {
    const flow = await openFlow(installation);
    for (let batch = 0; batch < 130; batch += 1)
      await flow.link((await flow.enrich(crashBatch(batch))).toLink);
    await flow.watch(true);
    await installation.records.transaction(async (inner) => {
      for (let n = 0; n < 30; n += 1)
        await inner.audit.append({
          at: n,
          actor: 'petugas',
          action: 'rename',
          subject: `issue-${n}`,
          before: null,
          after: { title: `Judul ${n}` },
          reason: null,
        });
    });
    for (let n = 0; n < 70; n += 1)
      await installation.evidence.put(new TextEncoder().encode(`<html>${n}</html>`));
  }

  async function outcomeOf({ records, index, pseudonymise }: Installation) {
    const items = new Digest();
    for await (const batch of index.scan({ scope: nationalScope }, 500))
      for (const item of batch) items.add(item);
    const { issues, total } = await records.issues.list({ scope: nationalScope, sort: 'newest', limit: 500 });
    return {
      items: items.count,
      itemsHash: items.hash,
      issues: issues.map((issue) => JSON.stringify(issue)).sort(),
      total,
      audit: await records.audit.verify(),
      pseudonym: pseudonymise('seorang warga'),
    };
  }

  it('there and back brings the same installation, and work goes on where it was', async () => {
    const unit = await embedded('unit');
    await fill(unit);
    mkdirSync(join(folder, 'unit', 'models', 'tone'), { recursive: true });
    writeFileSync(join(folder, 'unit', 'models', 'tone', 'current'), '0');
    const before = await outcomeOf(unit);
    expect(before.items).toBeGreaterThan(1_000);
    const servers = await distributed(true);
    const there = await migrate(unit, servers, optionsOf());
    console.log(JSON.stringify({ ...there, records: Object.keys(there.records).length }));
    expect(there).toMatchObject({
      resumed: false,
      items: { count: before.items },
      evidence: 70,
      auditEntries: 30,
    });
    expect(readFileSync(join(folder, 'servers', 'models', 'tone', 'current'), 'utf8')).toBe('0');
    const moved = await distributed();
    expect(await outcomeOf(moved)).toEqual(before);

    // The next number follows the last one, and what was known is known.
    const flow = await openFlow(moved);
    expect(await flow.enrich(crashBatch(0))).toMatchObject({ written: 0, known: 10 });
    await flow.link((await flow.enrich(crashBatch(500))).toLink);
    const grown = await outcomeOf(moved);
    expect(grown.items).toBe(before.items + 10);

    const home = await embedded('home', true);
    const back = await migrate(
      moved,
      home,
      optionsOf({ direction: 'distributed→embedded', targetDir: join(folder, 'home') }),
    );
    expect(back.items.count).toBe(grown.items);
    expect(await outcomeOf(await embedded('home'))).toEqual(grown);
  }, 240_000);

  it('goes on after it was broken off anywhere; until then the target refuses to start in one line', async () => {
    const unit = await embedded('unit');
    await fill(unit);
    const before = await outcomeOf(unit);
    const servers = await distributed(true);
    const [first] = await unit.tables.names();
    for (const [phase, occurrence] of [
      [first!, 1],
      ['series_hour', 1],
      ['evidence', 1],
      ['items', 2],
    ] as const) {
      let seen = 0;
      const moved = (what: string): void => {
        if (what === phase) seen += 1;
        if (seen === occurrence) throw new Error('the power went');
      };
      await expect(migrate(unit, servers, optionsOf({ moved }))).rejects.toThrow('the power went');
      const refusal = await distributed().catch((error: Error) => error);
      expect(refusal).toBeInstanceOf(HalfMoved);
      expect((refusal as Error).message).toBe(
        'This installation is half moved: run "saring migrate embedded→distributed" again to finish it',
      );
    }
    await expect(migrate(unit, servers, optionsOf({ from: 'elsewhere' }))).rejects.toThrow('belum selesai');
    const report = await migrate(unit, servers, optionsOf());
    expect(report).toMatchObject({ resumed: true, items: { count: before.items }, evidence: 70 });
    expect(await outcomeOf(await distributed())).toEqual(before);
  }, 240_000);

  it('refuses a source at work and a target with data', async () => {
    const unit = await embedded('unit');
    const flow = await openFlow(unit);
    await flow.link((await flow.enrich(crashBatch(1))).toLink);
    await unit.queue.add([newJob(enrichJob, { items: crashBatch(2) })]);
    const servers = await distributed(true);
    await expect(migrate(unit, servers, optionsOf())).rejects.toThrow('masih bekerja (enrich)');
    const idle = await embedded('idle');
    await migrate(idle, servers, optionsOf());
    const other = await openFlow(servers);
    await other.link((await other.enrich(crashBatch(1))).toLink);
    await expect(migrate(idle, servers, optionsOf())).rejects.toThrow(/^Tujuan sudah berisi/);
  }, 120_000);

  it('takes in what the source wrote meanwhile, and says what differs when it goes on writing', async () => {
    const unit = await embedded('unit');
    const touch = (): Promise<void> => unit.records.state.put('late', performance.now());
    const onceMore: Installation = {
      ...unit,
      index: {
        ...unit.index,
        async *scan(filter, size) {
          await touch();
          yield* unit.index.scan(filter, size);
        },
      },
    };
    const home = await embedded('home', true);
    await migrate(onceMore, home, optionsOf({ targetDir: join(folder, 'home') }));
    expect(await home.records.state.get('late')).toBeTypeOf('number');
    const restless: Installation = {
      ...unit,
      tables: {
        ...unit.tables,
        async read(table, after, limit) {
          await touch();
          return unit.tables.read(table, after, limit);
        },
      },
    };
    const other = await embedded('other', true);
    await expect(migrate(restless, other, optionsOf())).rejects.toThrow(
      'Tabel program_state berbeda: 2 baris di asal, 2 di tujuan. Apakah program asal masih berjalan?',
    );
  });

  it('is a command; a wrong call ends with 2 and one line', () => {
    const program = join(import.meta.dirname, '..', 'main.ts');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [program, 'migrate', ...args], {
        env: { PATH: process.env['PATH'], ...environment },
        encoding: 'utf8',
      });
    const wrong = run('embedded→nowhere');
    expect([wrong.status, wrong.stderr.trim().split('\n').length]).toEqual([2, 1]);
    const right = run('embedded→distributed', '--data', join(folder, 'unit'), '--json');
    expect(right.stderr).toBe('');
    expect(JSON.parse(right.stdout)).toMatchObject({
      direction: 'embedded→distributed',
      items: { count: 0 },
    });
  }, 60_000);
});
