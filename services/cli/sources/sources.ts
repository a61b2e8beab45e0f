import { createAllowance } from '../../../pipelines/flow/allowance.ts';
import { checkSource } from '../../../pipelines/flow/check-source.ts';
import { installSources } from '../../../pipelines/flow/install-sources.ts';
import { healthOf } from '../../../pipelines/flow/remember-visit.ts';
import { spentOf } from '../../../pipelines/flow/spent-of.ts';
import { connectors } from '../../../pipelines/ingest/connectors/connectors.ts';
import { coverageGaps } from '../../../pipelines/ingest/coverage.ts';
import { defaultSources } from '../../../pipelines/ingest/default-sources.ts';
import type { Spent } from '../../../shared/api/sources.ts';
import type { Source, SourceHealth } from '../../../shared/domain/source.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError } from '../cli-context.ts';
import { areaExists, noSuchArea, unitsBelow } from './areas.ts';
import { openVisits } from './open-visits.ts';
import { cell, sayAge, saySpent, sayState } from './say-health.ts';

/** Names as people type them: case, blanks and hyphens aside. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** One stored source, by its id or name. @throws CliError naming the nearest */
export async function storedSource(installation: Installation, id: string): Promise<Source> {
  const { sources } = await installSources(installation.records);
  const wanted = plainName(id);
  const found =
    sources.find((source) => source.id === id) ?? sources.find(({ name }) => plainName(name) === wanted);
  if (found) return found;
  const near = sources.filter((source) => source.id.includes(id) || plainName(source.name).includes(wanted));
  const hint =
    near.length > 0
      ? ` Mungkin: ${near
          .slice(0, 5)
          .map((one) => `${one.id} (${one.name})`)
          .join(', ')}.`
      : '';
  throw new CliError(`Tidak ada sumber "${id}".${hint} "saring sources list" menampilkan semuanya.`);
}

interface Row {
  source: Source;
  health: SourceHealth;
  spent: Spent | null;
}

async function rowsOf(installation: Installation): Promise<Row[]> {
  const { records, clock } = installation;
  const stored = await records.sources.list();
  const sources = stored.length > 0 ? stored : defaultSources;
  const now = clock.now();
  const counted = { connectors, allowance: createAllowance(records) };
  return Promise.all(
    sources.map(async (source) => ({
      source,
      health: await healthOf(records, source, now),
      spent: await spentOf(source, now, counted),
    })),
  );
}

const perDay = ({ itemsToday, itemsUsual }: SourceHealth): string => `${itemsToday}/${itemsUsual}`;

/** A table of sources and how they fare. */
export async function listSources(installation: Installation, json: boolean): Promise<string> {
  const rows = await rowsOf(installation);
  if (json) return `${JSON.stringify(rows)}\n`;
  const now = installation.clock.now();
  const head = `${cell('id', 26)} ${cell('jenis', 12)} ${cell('keadaan', 14)} ${cell('sejak', 8)} ${cell('baru', 8)} ${cell('hari/biasa', 10)} ${cell('tolak', 5)} keterangan\n`;
  return (
    head +
    rows
      .map(({ source, health, spent }) => {
        const state = health.lastTryAt === null ? 'belum dicoba' : sayState(health.state);
        const since = health.lastTryAt === null ? '–' : sayAge(now - health.stateSince);
        const fresh = health.lastNewItemAt === null ? '–' : sayAge(now - health.lastNewItemAt);
        return `${cell(source.id, 26)} ${cell(source.kind, 12)} ${cell(state, 14)} ${cell(since, 8)} ${cell(fresh, 8)} ${cell(perDay(health), 10)} ${cell(String(health.refusals), 5)} ${source.name} · ${health.error ?? source.url}${saySpent(spent)}\n`;
      })
      .join('')
  );
}

/** Visits sources once, one host at a time, and prints what came of it. Items come with the next turn of the program. */
export async function checkSources(
  context: CliContext,
  installation: Installation,
  id: string | undefined,
): Promise<string> {
  const { sources } = await installSources(installation.records);
  const wanted =
    id === undefined ? sources.filter(({ enabled }) => enabled) : [await storedSource(installation, id)];
  const visits = await openVisits(context, installation);
  let failed = 0;
  context.out(
    `${cell('keadaan', 14)} ${cell('sumber', 30)} ${cell('HTTP', 5)} ${cell('entri', 6)} keterangan\n`,
  );
  try {
    for (const source of wanted) {
      if (source.kind === 'bluesky_stream') continue;
      const { health, entries, drops, error } = await checkSource(source, visits.deps);
      if (error !== null) failed += 1;
      const detail = error ?? drops[0]?.detail ?? '';
      context.out(
        `${cell(error === null ? sayState(health.state) : 'GAGAL', 14)} ${cell(source.name, 30)} ${cell(String(health.httpStatus ?? '–'), 5)} ${cell(String(entries), 6)} ${detail}\n`,
      );
    }
  } finally {
    await visits.close();
  }
  if (failed > 0) return `${failed} dari ${wanted.length} sumber tidak terbaca.\n`;
  return `Semua ${wanted.length} sumber terbaca.\n`;
}

/** What nobody watches, below one unit. */
export async function sourceCoverage(
  installation: Installation,
  code: string | undefined,
  json: boolean,
): Promise<string> {
  if (code !== undefined && !areaExists(code)) throw new CliError(noSuchArea(code), 2);
  const rows = await rowsOf(installation);
  const units = unitsBelow(code);
  const gaps = coverageGaps({
    sources: rows.map(({ source }) => source),
    health: new Map(rows.map(({ source, health }) => [source.id, health])),
    units,
  });
  if (json) return `${JSON.stringify({ units: units.length, gaps })}\n`;
  const without = new Set(gaps.map(({ unit }) => unit)).size;
  return `${gaps.map(({ unit, detail }) => `${cell(unit, 6)} ${detail}\n`).join('')}${without} dari ${units.length} unit memiliki celah.\n`;
}

/** Switches a source on or off, or removes it; what it brought stays. */
export async function changeSource(
  installation: Installation,
  id: string,
  change: 'on' | 'off' | 'remove',
): Promise<string> {
  const source = await storedSource(installation, id);
  const { records, clock } = installation;
  const after = change === 'remove' ? null : { ...source, enabled: change === 'on' };
  await records.transaction(async (inner) => {
    if (after) await inner.sources.put(after);
    else await inner.sources.remove(source.id);
    const entry = { at: clock.now(), actor: 'command line', subject: source.id, reason: null };
    await inner.audit.append({ ...entry, action: `source.${change}`, before: source, after });
  });
  const done = { on: 'dinyalakan', off: 'dimatikan', remove: 'dihapus; unggahannya tetap ada' };
  return `Sumber "${source.name}" ${done[change]}.\n`;
}
