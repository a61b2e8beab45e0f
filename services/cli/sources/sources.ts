import { collectSource } from '../../../pipelines/flow/collect-source.ts';
import type { FoundClaim } from '../../../pipelines/ingest/connectors/connector.ts';
import { connectors } from '../../../pipelines/ingest/connectors/connectors.ts';
import { defaultSources } from '../../../pipelines/ingest/default-sources.ts';
import { hashId } from '../../../shared/domain/ids.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { type Source, sourceKindSchema, sourceSchema } from '../../../shared/domain/source.ts';
import { matchEntryJobs } from '../../../shared/jobs/match-entry-jobs.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError } from '../cli-context.ts';

/** The stored sources; the project's own where none are stored yet. */
async function sourcesOf({ records }: Installation): Promise<readonly Source[]> {
  const stored = await records.sources.list();
  return stored.length > 0 ? stored : defaultSources;
}

const cell = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** A table of sources and how they fare. */
export async function listSources(installation: Installation, json: boolean): Promise<string> {
  const sources = await sourcesOf(installation);
  const rows = await Promise.all(
    sources.map(async (source) => ({ source, health: await installation.records.sources.health(source.id) })),
  );
  if (json) return `${JSON.stringify(rows)}\n`;
  return rows
    .map(
      ({ source, health }) =>
        `${cell(source.id, 28)} ${cell(source.kind, 12)} ${cell(health?.state ?? 'belum dicoba', 13)} ${health?.error ?? source.url}\n`,
    )
    .join('');
}

export interface AddSource {
  url: string;
  kind: string;
  name?: string;
  outlet?: string;
  area?: string;
  tier?: string;
  interval?: string;
  settings?: string;
}

/** Stores a new source after it was visited once; what cannot be read is not stored. */
export async function addSource(
  context: CliContext,
  installation: Installation,
  options: AddSource,
): Promise<string> {
  const source = sourceOf(options);
  const { items, error } = await visit(context, installation, source);
  if (error !== null) throw new CliError(`Sumber tidak ditambahkan. ${error}`);
  await installation.records.sources.put(source);
  return `Ditambahkan sebagai "${source.id}": ${items.length} unggahan terbaca. Sumber diambil setiap ${source.intervalMinutes} menit.\n`;
}

function sourceOf({ url, kind, name, outlet, area, tier, interval, settings }: AddSource): Source {
  if (!sourceKindSchema.options.some((one) => one === kind))
    throw new CliError(`Jenis "${kind}" tidak dikenal; pilih: ${sourceKindSchema.options.join(', ')}.`, 2);
  const host = URL.parse(url)?.hostname;
  if (kind !== 'mastodon' && !host)
    throw new CliError(`"${url}" bukan alamat web; contoh: https://kabar.example/rss`, 2);
  const parsed = sourceSchema.safeParse({
    id: hashId(`${kind} ${url}`).slice(0, 12),
    kind,
    name: name ?? host ?? url,
    url,
    platform:
      kind === 'mastodon' || kind === 'bluesky' || kind === 'telegram' || kind === 'youtube' || kind === 'x'
        ? kind
        : 'news',
    outlet: outlet ?? (kind === 'feed' ? (host ?? null) : null),
    outletTier: Number(tier ?? 1),
    homeArea: area ?? null,
    intervalMinutes: Number(interval ?? 30),
    enabled: true,
    settings: readJson(settings),
  });
  if (parsed.success) return parsed.data;
  throw new CliError(
    `Tidak cocok: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    2,
  );
}

function readJson(text: string | undefined): unknown {
  if (text === undefined) return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError(
      `--settings harus JSON, misalnya {"query":"KPU Kota Malang"}; yang diberikan: ${text}`,
      2,
    );
  }
}

async function visit(
  context: CliContext,
  installation: Installation,
  source: Source,
  previewOnly = false,
): Promise<{ items: Item[]; factChecks: readonly FoundClaim[]; error: string | null }> {
  const readers = (await context.services()).openReaders();
  const items: Item[] = [];
  const deliver = async (batch: readonly Item[]): Promise<void> => void items.push(...batch);
  const { error, factChecks } = await collectSource(source, {
    ...installation,
    previewOnly,
    factChecksKept: async (ids) => void (await installation.queue.add(matchEntryJobs(ids))),
    connectors,
    ...readers,
    secrets: {},
    deliver,
  });
  await readers.close();
  return { items, factChecks, error };
}

/** What a source would bring, without storing anything but its health. */
export async function previewSource(
  context: CliContext,
  installation: Installation,
  options: AddSource,
): Promise<string> {
  const { items, factChecks, error } = await visit(context, installation, sourceOf(options), true);
  if (error !== null) throw new CliError(error);
  const lines = items
    .slice(0, 10)
    .map(
      (item) =>
        `${new Date(item.publishedAt).toISOString()}  ${item.title ?? item.text.slice(0, 80)}\n    ${item.text.length} huruf  ${item.url ?? ''}\n`,
    );
  const checks = factChecks.slice(0, 10).map(({ title, url }) => `${title}\n    ${url ?? ''}\n`);
  const found = factChecks.length > 0 ? `${factChecks.length} periksa fakta terbaca\n${checks.join('')}` : '';
  return `${items.length} unggahan terbaca\n${lines.join('')}${found}`;
}

/** Visits every source once and prints what came of it. Nothing is stored but health: items come with the next turn. */
export async function checkSources(context: CliContext, installation: Installation): Promise<string> {
  let failed = 0;
  for (const source of await sourcesOf(installation)) {
    if (!source.enabled) continue;
    const { items, factChecks, error } = await visit(context, installation, source);
    const read = [
      `${items.length} unggahan`,
      ...(factChecks.length > 0 ? [`${factChecks.length} periksa fakta`] : []),
    ];
    if (error !== null) failed += 1;
    context.out(
      `${error === null ? 'baik ' : 'GAGAL'} ${cell(source.name, 32)} ${error ?? read.join(', ')}\n`,
    );
  }
  return failed === 0 ? 'Semua sumber terbaca.\n' : `${failed} sumber tidak terbaca.\n`;
}
