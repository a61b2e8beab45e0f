import { describe, expect, it } from 'vitest';
import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { coverageGaps } from './coverage.ts';
import { defaultSources } from './default-sources.ts';
import { initialHealth } from './source-health.ts';
import { proposeUnitSources } from './unit-sources.ts';

const malang = [{ code: '35.73', name: 'Kota Malang' }];
const sula = [{ code: '82.05', name: 'Kabupaten Kepulauan Sula' }];

describe('coverage', () => {
  it('names units without an outlet of their own, and the nearest there is', () => {
    const gaps = coverageGaps({ sources: defaultSources, health: new Map(), units: sula });
    expect(gaps.map(({ kind }) => kind)).toEqual(['no_local_outlet', 'no_query']);
    expect(gaps[0]!.detail).toBe(
      'Tidak ada media lokal untuk Kabupaten Kepulauan Sula. Terdekat: Tribun Ternate.',
    );
  });

  it('is closed by an outlet and by what is proposed for the unit', () => {
    const sources = [...defaultSources, ...proposeUnitSources('35.73')];
    expect(coverageGaps({ sources, health: new Map(), units: malang })).toEqual([]);
  });

  it('does not take a dead outlet for one', () => {
    const sources = defaultSources.filter((source) => source.homeArea === '35.73');
    const health = new Map(
      sources.map((source) => [source.id, { ...initialHealth(source, 0), state: 'silent' as const }]),
    );
    expect(coverageGaps({ sources, health, units: malang }).map(({ kind }) => kind)).toContain(
      'local_outlets_dead',
    );
  });

  it('proposes sources for every unit there is, each named and addressed apart', () => {
    const all = areas.flatMap((area) => proposeUnitSources(area.code));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const sites = all.filter(({ kind }) => kind === 'page_list').map(({ url }) => url);
    expect(new Set(sites).size).toBe(sites.length);
    const bandung = proposeUnitSources('32.04').map(({ url }) => url);
    expect(bandung).toContain('https://kab-bandung.kpu.go.id/');
    expect(proposeUnitSources('11')[0]!.settings['query']).toContain('"KIP Provinsi Aceh"');
  });
});
