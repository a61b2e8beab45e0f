import { type Preview, previewSource } from '../../../pipelines/flow/check-source.ts';
import { installSources } from '../../../pipelines/flow/install-sources.ts';
import { defaultSources } from '../../../pipelines/ingest/default-sources.ts';
import { SourceRefused, sourceFrom } from '../../../pipelines/ingest/new-source.ts';
import { proposeUnitSources } from '../../../pipelines/ingest/unit-sources.ts';
import { unitName } from '../../../shared/areas/units.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import { type CliContext, CliError } from '../cli-context.ts';
import { areaExists, noSuchArea } from './areas.ts';
import { openVisits } from './open-visits.ts';
import { cell } from './say-health.ts';

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

/** The source that the options describe. @throws CliError saying what to put right */
function sourceOf({ tier, interval, settings, ...rest }: AddSource): Source {
  if (rest.area !== undefined && !areaExists(rest.area)) throw new CliError(noSuchArea(rest.area), 2);
  try {
    return sourceFrom(
      {
        ...rest,
        tier: tier === undefined ? undefined : Number(tier),
        intervalMinutes: interval === undefined ? undefined : Number(interval),
        settings: readJson(settings),
      },
      areaExists,
    );
  } catch (error) {
    if (error instanceof SourceRefused) throw new CliError(error.message, 2);
    throw error;
  }
}

const feedHint = (feeds: readonly string[]): string =>
  feeds.length === 0 ? '' : ` Halaman itu menyebut umpan: ${feeds.slice(0, 3).join(' , ')}`;

async function look(context: CliContext, installation: Installation, source: Source): Promise<Preview> {
  const visits = await openVisits(context, installation);
  try {
    return await previewSource(source, visits.deps);
  } finally {
    await visits.close();
  }
}

/** Stores a new source after it was visited once; what cannot be read is not stored. */
export async function addSource(
  context: CliContext,
  installation: Installation,
  options: AddSource,
): Promise<string> {
  const source = sourceOf(options);
  const { records } = installation;
  const stored = await records.sources.list();
  const sources = stored.length > 0 ? stored : defaultSources;
  const same = sources.find((one) => one.id === source.id || (one.url === source.url && one.kind === 'feed'));
  if (same) throw new CliError(`Sumber ini sudah ada sebagai "${same.id}" (${same.name}).`);
  const isStream = source.kind === 'bluesky_stream';
  const seen = isStream ? null : await look(context, installation, source);
  if (seen?.error) throw new CliError(`Sumber tidak ditambahkan. ${seen.error}${feedHint(seen.feeds)}`);
  const { installed } = await installSources(records);
  await store(installation, source);
  const first = installed > 0 ? `${installed} sumber bawaan dipasang lebih dulu.\n` : '';
  if (seen === null)
    return `${first}Ditambahkan sebagai "${source.id}"; alirannya dibuka saat program berjalan.\n`;
  const count = seen.items.length + seen.claims.length;
  const empty = count === 0 ? ' Saat ini kosong; periksa lagi nanti dengan "saring sources check".' : '';
  return `${first}Ditambahkan sebagai "${source.id}": ${count} entri terbaca. Sumber diambil setiap ${source.intervalMinutes} menit.${empty}\n`;
}

async function store({ records, clock }: Installation, source: Source): Promise<void> {
  await records.transaction(async (inner) => {
    await inner.sources.put(source);
    const entry = { at: clock.now(), actor: 'command line', subject: source.id, reason: null };
    await inner.audit.append({ ...entry, action: 'source.add', before: null, after: source });
  });
}

/** Items and lines of a text that a preview shows. */
const shownItems = 10;
const shownLength = 160;

/** What a source would bring. Nothing is stored. */
export async function showPreview(
  context: CliContext,
  installation: Installation,
  options: AddSource,
): Promise<string> {
  const { items, claims, drops, error, feeds } = await look(context, installation, sourceOf(options));
  if (error !== null) throw new CliError(`${error}${feedHint(feeds)}`);
  const lines = items.slice(0, shownItems).map((item) => {
    const start = item.text.replace(/\s+/g, ' ').slice(0, shownLength);
    return `${new Date(item.publishedAt).toISOString()}  ${item.title ?? '(tanpa judul)'}\n    ${item.url ?? ''}\n    ${item.text.length} huruf: ${start}\n`;
  });
  const byCode = Map.groupBy(drops, ({ code }) => code);
  const notes = [...byCode].map(([code, all]) => `${all.length} × ${code}: ${all[0]!.detail}\n`);
  const checks = claims.slice(0, shownItems).map((title) => `cek fakta  ${title}\n`);
  return `${items.length + claims.length} entri terbaca, tidak ada yang disimpan\n${[...lines, ...checks, ...notes].join('')}`;
}

/** Proposes what to watch for a unit and, when asked to, stores each that can be read. */
export async function addUnit(
  context: CliContext,
  installation: Installation,
  code: string,
  add: boolean,
): Promise<string> {
  if (!areaExists(code)) throw new CliError(noSuchArea(code), 2);
  const proposed = proposeUnitSources(code);
  if (!add) {
    const lines = proposed.map(({ kind, name, url, settings }) => {
      const query = typeof settings['query'] === 'string' ? settings['query'] : url;
      return `${cell(kind, 12)} ${cell(name, 44)} ${query}\n`;
    });
    return `Usulan untuk ${unitName(code)}:\n${lines.join('')}Tambahkan dengan: saring sources add-unit ${code} --add\n`;
  }
  const { sources } = await installSources(installation.records);
  const out: string[] = [];
  for (const source of proposed) {
    if (sources.some(({ id }) => id === source.id)) {
      out.push(`sudah ada  ${source.name}\n`);
      continue;
    }
    const { error } = await look(context, installation, source);
    if (error === null) await store(installation, source);
    out.push(error === null ? `ditambah   ${source.name}\n` : `TIDAK      ${source.name}: ${error}\n`);
  }
  return out.join('');
}
