import { provinceOf } from '../../shared/domain/area.ts';
import type { Source, SourceHealth } from '../../shared/domain/source.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';

/** What is missing to see a unit: an outlet of its own, one that works, or a query by its name. */
export interface CoverageGap {
  unit: string;
  name: string;
  kind: 'no_local_outlet' | 'local_outlets_dead' | 'no_query';
  /** One sentence in Indonesian. */
  detail: string;
}

export interface CoverageFacts {
  sources: readonly Source[];
  /** By source id. */
  health: ReadonlyMap<string, SourceHealth>;
  /** Units to look at, with their names as people write them. */
  units: readonly { code: string; name: string }[];
}

const outletKinds: ReadonlySet<Source['kind']> = new Set(['feed', 'sitemap', 'page_list']);
const queryKinds: ReadonlySet<Source['kind']> = new Set([
  'google_news',
  'mastodon',
  'bluesky',
  'bluesky_stream',
  'x',
]);

const words = (text: string): string =>
  ` ${decode(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** Queries of feeds stand in their address. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** A unit's name without its tier, which people leave out: "Kota Malang" is also "Malang". */
export const bareName = (name: string): string => name.replace(/^(?:Provinsi|Kabupaten|Kota)\s+/i, '');

/**
 * What nobody watches, unit by unit. An outlet is local to the unit of its home; one of the province is named as the
 * nearest, and does not fill the gap. A dead source counts as none. "Nothing collected" is never "safe".
 */
export function coverageGaps({ sources, health, units }: CoverageFacts): CoverageGap[] {
  const enabled = sources.filter((source) => source.enabled);
  const outlets = enabled.filter((one) => outletKinds.has(one.kind) && one.outlet !== null);
  const queries = enabled
    .filter((one) => queryKinds.has(one.kind))
    .map((one) => words(`${one.url} ${JSON.stringify(one.settings)}`));
  const isAlive = ({ id }: Source): boolean => {
    const state = health.get(id)?.state ?? 'well';
    return state === 'well' || state === 'flooding';
  };
  const gaps: CoverageGap[] = [];
  for (const { code, name } of units) {
    if (code === nationalUnit) continue;
    const gap = (kind: CoverageGap['kind'], detail: string): void =>
      void gaps.push({ unit: code, name, kind, detail });
    const local = outlets.filter((one) => one.homeArea === code);
    if (local.length === 0) {
      const near =
        outlets.find((one) => one.homeArea === provinceOf(code)) ??
        outlets.find((one) => one.homeArea !== null && provinceOf(one.homeArea) === provinceOf(code));
      const nearest = near ? ` Terdekat: ${near.name}.` : '';
      gap('no_local_outlet', `Tidak ada media lokal untuk ${name}.${nearest}`);
    } else if (!local.some(isAlive)) {
      gap('local_outlets_dead', `Semua media lokal untuk ${name} sedang tidak terbaca atau diam.`);
    }
    const asked = words(bareName(name));
    if (!queries.some((query) => query.includes(asked)))
      gap(
        'no_query',
        `Tidak ada pencarian berita dengan nama ${name}; "saring sources add-unit ${code}" membuatnya.`,
      );
  }
  return gaps;
}
