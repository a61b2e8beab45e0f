import { z } from 'zod';
import { id as indonesian } from 'zod/locales';
import { hashId } from '../../shared/domain/ids.ts';
import type { Platform } from '../../shared/domain/item.ts';
import { type Source, sourceKindSchema, sourceSchema } from '../../shared/domain/source.ts';
import { connectors } from './connectors/connectors.ts';
import { jetstreamSettings } from './streams/source-stream.ts';

/** What a person says about a source; the rest has defaults. */
export interface NewSource {
  url: string;
  kind?: string | undefined;
  name?: string | undefined;
  outlet?: string | undefined;
  /** Code of the outlet's home. */
  area?: string | undefined;
  tier?: number | undefined;
  intervalMinutes?: number | undefined;
  settings?: unknown;
}

/** What has to be put right, in Indonesian. */
export class SourceRefused extends Error {
  override name = 'SourceRefused';
}

const platformOf: Partial<Record<Source['kind'], Platform>> = {
  mastodon: 'mastodon',
  bluesky: 'bluesky',
  bluesky_stream: 'bluesky',
  telegram: 'telegram',
  youtube: 'youtube',
  x: 'x',
  mail: 'report',
};

const { localeError } = indonesian();
const inIndonesian: z.core.$ZodErrorMap = (issue) =>
  issue.input === undefined ? 'harus diisi' : localeError(issue);

/** Nobody is asked more often than the national outlets. */
const leastMinutes = 5;
const mostMinutes = 7 * 24 * 60;

/** A source as people describe it, checked whole. @param areaExists knows the codes of areas @throws SourceRefused */
export function sourceFrom(
  { url, kind = 'feed', name, outlet, area, tier = 1, intervalMinutes = 30, settings = {} }: NewSource,
  areaExists: (code: string) => boolean,
): Source {
  const known = sourceKindSchema.safeParse(kind);
  const connector = known.success ? connectors.get(known.data) : undefined;
  if (!known.success || (!connector && known.data !== 'bluesky_stream'))
    throw new SourceRefused(
      `Jenis "${kind}" tidak dikenal; pilih: ${[...connectors.keys(), 'bluesky_stream'].join(', ')}.`,
    );
  const host = hostOf(url, known.data);
  if (area !== undefined && !areaExists(area))
    throw new SourceRefused(`Kode wilayah "${area}" tidak ada; contoh: 35 (provinsi) atau 35.73 (kota).`);
  if (![1, 2, 3].includes(tier))
    throw new SourceRefused(`Tingkat media harus 3 (nasional), 2 (regional) atau 1 (lokal).`);
  if (!(intervalMinutes >= leastMinutes && intervalMinutes <= mostMinutes))
    throw new SourceRefused(`Jeda pengambilan harus ${leastMinutes} sampai ${mostMinutes} menit.`);
  checkSettings(kind, connector?.settings ?? jetstreamSettings, settings);
  return sourceSchema.parse({
    id: hashId(`${kind} ${url} ${JSON.stringify(settings)}`).slice(0, 12),
    kind: known.data,
    name: name ?? host,
    url,
    platform: platformOf[known.data] ?? 'news',
    outlet: outlet ?? (known.data === 'feed' ? host : null),
    outletTier: tier,
    homeArea: area ?? null,
    intervalMinutes: Math.round(intervalMinutes),
    enabled: true,
    settings,
  });
}

/** @throws SourceRefused naming the setting that is wrong, or that no such source has: a slip would change nothing, unseen */
function checkSettings(kind: string, schema: z.ZodType, settings: unknown): void {
  const page = `docs/connectors/${kind.replaceAll('_', '-')}.md`;
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const given = typeof settings === 'object' && settings !== null ? Object.keys(settings) : [];
  const unknown = given.find((name) => names.length > 0 && !names.includes(name));
  if (unknown !== undefined)
    throw new SourceRefused(
      `Pengaturan "${unknown}" tidak dikenal jenis ${kind}; yang ada: ${names.join(', ')}. Lihat ${page}.`,
    );
  const checked = schema.safeParse(settings, { error: inIndonesian });
  if (checked.success) return;
  const [issue] = checked.error.issues;
  throw new SourceRefused(
    `Pengaturan jenis ${kind} keliru pada "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}. Lihat ${page}.`,
  );
}

/** The host of a source's address. @throws SourceRefused with an example that fits the kind */
function hostOf(url: string, kind: Source['kind']): string {
  if (kind === 'mail') return 'kotak surat laporan';
  const parsed = URL.parse(url);
  const wanted = kind === 'bluesky_stream' ? ['wss:', 'ws:'] : ['https:', 'http:'];
  if (parsed && wanted.includes(parsed.protocol)) return parsed.hostname.replace(/^www\./, '');
  const example =
    kind === 'bluesky_stream' ? 'wss://jetstream2.us-east.bsky.network' : 'https://kabar.example/rss';
  throw new SourceRefused(`"${url}" bukan alamat yang dapat dibuka; contoh: ${example}`);
}
