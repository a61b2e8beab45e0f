import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../../../shared/config/settings.ts';
import { nationalScope } from '../../../shared/domain/unit.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { CliError } from '../cli-context.ts';
import { compareItems, copyItems } from './copy-items.ts';
import { clearRecords, copyRecords, digestOf, recopy } from './copy-records.ts';
import type { Digest } from './digest.ts';
import { type MoveMarker, putMarker, readMarker } from './move-marker.ts';

export interface MigrateOptions {
  direction: string;
  /** Names the source, e.g. by its folder. */
  from: string;
  sourceDir: string;
  targetDir: string;
  now(): number;
  /** Told after everything that is safe in the target. */
  moved(what: string, count: number): void;
}

interface Counted {
  count: number;
  hash: string;
}

export interface MigrateReport {
  direction: string;
  resumed: boolean;
  /** Tables with rows in them. */
  records: Record<string, Counted>;
  items: Counted;
  evidence: number;
  auditEntries: number;
  seconds: number;
}

/** `embedded→distributed` or back, however the arrow is written. @throws CliError for anything else */
export function directionOf(text: string): 'embedded→distributed' | 'distributed→embedded' {
  const [, from, to] = /^(embedded|distributed)(?:→|->|-to-|:|-)(embedded|distributed)$/.exec(text) ?? [];
  if (from === 'embedded' && to === 'distributed') return 'embedded→distributed';
  if (from === 'distributed' && to === 'embedded') return 'distributed→embedded';
  throw new CliError(`"${text}" tidak dikenal; pilih embedded→distributed atau distributed→embedded.`, 2);
}

/** The settings of the embedded side: the same without servers. */
export function embeddedSettings(settings: Settings, dataDir: string): Settings {
  const { redisUrl: _r, databaseUrl: _d, elasticsearchUrl: _e, ...rest } = settings;
  return { ...rest, dataDir };
}

/**
 * Moves everything a unit has from one installation to another: records, items, evidence, the audit chain, learned
 * models. The source is only read. Broken off, the target refuses to start, and the next run goes on where this one
 * stopped; at the end both sides are read whole and compared by count and hash.
 * @throws CliError when the source is at work, the target is not empty, or the two differ in the end
 */
export async function migrate(
  source: Installation,
  target: Installation,
  options: MigrateOptions,
): Promise<MigrateReport> {
  const startedAt = options.now();
  await refuseWork(source);
  const { marker, resumed } = await beginOrResume(target, options);
  const copied = await copyRecords(source, target, { marker, moved: options.moved });
  await copyEvidence(source, target, copied, options);
  await copyItems(source, target, (count) => options.moved('items', count));
  const report = await verify(source, target);
  copyModels(options);
  await keepKey(source, target);
  const finishedAt = options.now();
  await putMarker(target.records, { ...copied, finishedAt });
  const { direction } = options;
  return { direction, resumed, ...report, seconds: Math.round((finishedAt - startedAt) / 100) / 10 };
}

/** Items that wait in a queue are not in the index yet: they would stay behind. */
async function refuseWork({ queue }: Installation): Promise<void> {
  const counts = await queue.counts();
  const busy = Object.entries(counts).filter(
    ([name, { waiting, active, delayed }]) =>
      active > 0 || (['enrich', 'link'].includes(name) && waiting + delayed > 0),
  );
  if (busy.length > 0)
    throw new CliError(
      `Pemasangan asal masih bekerja (${busy.map(([name]) => name).join(', ')}): biarkan selesai, hentikan programnya, lalu ulangi.`,
    );
  const kept = Object.entries(counts).filter(([, { quarantined }]) => quarantined > 0);
  if (kept.length > 0)
    throw new CliError(
      `Ada pekerjaan yang dikarantina (${kept.map(([name, { quarantined }]) => `${name} ${quarantined}`).join(', ')}): ulangi atau buang dahulu.`,
    );
}

async function beginOrResume(
  target: Installation,
  { direction, from, now }: MigrateOptions,
): Promise<{ marker: MoveMarker; resumed: boolean }> {
  const there = await readMarker(target.records);
  if (there && there.finishedAt === null) {
    if (there.direction === direction && there.from === from) return { marker: there, resumed: true };
    throw new CliError(
      `Tujuan berisi pemindahan lain yang belum selesai (${there.direction} dari ${there.from}): selesaikan itu dahulu.`,
    );
  }
  await refuseUsed(target);
  const marker: MoveMarker = {
    direction,
    from,
    startedAt: now(),
    tables: [],
    table: null,
    after: null,
    evidence: '',
    finishedAt: null,
  };
  await putMarker(target.records, marker);
  await clearRecords(target); // what a first start installed by itself, e.g. its sources
  return { marker, resumed: false };
}

/** Two installations cannot be put together: numbers of issues and audit chains would clash. */
async function refuseUsed({ tables, index }: Installation): Promise<void> {
  const names = await tables.names();
  const telling = ['issue', 'story', 'audit_entry', 'person_label', 'alert'].filter((name) =>
    names.includes(name),
  );
  for (const name of telling) {
    const count = await tables.count(name);
    if (count > 0)
      throw new CliError(`Tujuan sudah berisi data (${name}: ${count} baris); pakai pemasangan yang kosong.`);
  }
  const { total } = await index.search({ scope: nationalScope, limit: 1 });
  if (total > 0) throw new CliError(`Tujuan sudah berisi ${total} butir; pakai pemasangan yang kosong.`);
}

const evidencePage = 50;

async function copyEvidence(
  source: Installation,
  target: Installation,
  marker: MoveMarker,
  { moved }: MigrateOptions,
): Promise<void> {
  for (let after = marker.evidence; ; ) {
    const hashes = await source.evidence.hashes(after, evidencePage);
    const last = hashes.at(-1);
    if (last === undefined) return;
    for (const hash of hashes) {
      const bytes = await source.evidence.get(hash);
      if (bytes && (await target.evidence.put(bytes)) !== hash)
        throw new CliError(`Bukti ${hash} berubah di jalan.`);
    }
    after = last;
    await putMarker(target.records, { ...marker, evidence: after });
    moved('evidence', hashes.length);
  }
}

const counted = ({ count, hash }: Digest): Counted => ({ count, hash });

async function verify(
  source: Installation,
  target: Installation,
): Promise<Pick<MigrateReport, 'records' | 'items' | 'evidence' | 'auditEntries'>> {
  const records: Record<string, Counted> = {};
  for (const table of await source.tables.names()) {
    const wanted = await digestOf(source.tables, table);
    if (!wanted.equals(await digestOf(target.tables, table))) await recopy(source, target, table);
    const found = await digestOf(target.tables, table);
    if (!wanted.equals(found))
      throw new CliError(
        `Tabel ${table} berbeda: ${wanted.count} baris di asal, ${found.count} di tujuan. Apakah program asal masih berjalan?`,
      );
    if (found.count > 0) records[table] = counted(found);
  }
  const items = await compareItems(source, target);
  if (!items.source.equals(items.target))
    throw new CliError(
      `Butir berbeda: ${items.source.count} di asal, ${items.target.count} di tujuan. Apakah program asal masih berjalan?`,
    );
  return { records, items: counted(items.target), ...(await verifyChains(source, target)) };
}

async function verifyChains(
  source: Installation,
  target: Installation,
): Promise<{ evidence: number; auditEntries: number }> {
  const [before, after] = [await source.evidence.verify(), await target.evidence.verify()];
  if (before.checked !== after.checked || after.altered.length > 0)
    throw new CliError(
      `Bukti berbeda: ${before.checked} di asal, ${after.checked} di tujuan, ${after.altered.length} berubah.`,
    );
  const audit = await target.records.audit.verify();
  if (audit.brokenAt !== null)
    throw new CliError(
      `Rantai audit putus pada entri ${audit.brokenAt}; periksa asalnya dengan \`saring doctor\`.`,
    );
  return { evidence: after.checked, auditEntries: audit.entries };
}

/** What the installation learned lies in its data folder. */
function copyModels({ sourceDir, targetDir }: MigrateOptions): void {
  const [from, to] = [join(resolve(sourceDir), 'models'), join(resolve(targetDir), 'models')];
  if (from !== to && existsSync(from)) cpSync(from, to, { recursive: true });
}

/** Authors keep their pseudonyms: the key comes along and counts before one that is set at the target. */
async function keepKey(source: Installation, target: Installation): Promise<void> {
  if (source.pseudonymKey !== undefined)
    await target.records.state.put('pseudonym.moved', source.pseudonymKey);
}
