import { unitName } from '../../shared/areas/units.ts';
import { type Source, sourceSchema } from '../../shared/domain/source.ts';
import { tierOf } from '../../shared/domain/unit.ts';
import { googleNewsUrl } from './connectors/google-news.ts';
import { bareName } from './coverage.ts';

/** Aceh's units are called KIP (Komisi Independen Pemilihan). */
const officeOf = (code: string): string => (code.startsWith('11') ? 'KIP' : 'KPU');

/** What provinces are called in KPU's addresses; the others are called by their name in one word. */
const provinceHosts: Readonly<Record<string, string>> = {
  '12': 'sumut',
  '13': 'sumbar',
  '16': 'sumsel',
  '19': 'babel',
  '21': 'kepri',
  '31': 'dki',
  '32': 'jabar',
  '33': 'jateng',
  '34': 'diy',
  '35': 'jatim',
  '52': 'ntb',
  '53': 'ntt',
  '61': 'kalbar',
  '62': 'kalteng',
  '63': 'kalsel',
  '64': 'kaltim',
  '65': 'kaltara',
  '71': 'sulut',
  '72': 'sulteng',
  '73': 'sulsel',
  '74': 'sultra',
  '76': 'sulbar',
  '82': 'malut',
};

const oneWord = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Where KPU's shared CMS most likely serves this unit; visited before it is ever stored. */
function siteOf(code: string, name: string): string {
  const bare = oneWord(bareName(name));
  if (tierOf(code) === 'province') return `https://${provinceHosts[code] ?? bare}.kpu.go.id/`;
  return `https://${name.startsWith('Kota ') ? 'kota' : 'kab'}-${bare}.kpu.go.id/`;
}

/** The words one asks for a unit with: its office by name, Bawaslu's, and the election's words with the region's. */
export function unitQueries(code: string): { office: string; region: string } {
  const name = unitName(code);
  const full = tierOf(code) === 'province' ? `Provinsi ${name}` : name;
  const office = officeOf(code);
  const region = bareName(name);
  return {
    office: `"${office} ${full}" OR "${office} ${region}" OR "Bawaslu ${full}"`,
    region: `(pemilu OR pilkada OR TPS OR KPPS) "${region}"`,
  };
}

/** What to watch for a province or regency, as sources that are ready to be stored. @param code of an area that exists */
export function proposeUnitSources(code: string): Source[] {
  const name = unitName(code);
  const { office, region } = unitQueries(code);
  const bare = bareName(name);
  const make = (part: string, more: Partial<Source>): Source =>
    sourceSchema.parse({
      id: `unit-${code}-${part}`,
      platform: 'news',
      outlet: null,
      outletTier: 1,
      homeArea: code,
      intervalMinutes: 30,
      enabled: true,
      settings: {},
      ...more,
    });
  return [
    make('berita', {
      kind: 'google_news',
      name: `Google News: ${officeOf(code)} ${bare}`,
      url: googleNewsUrl(office),
      settings: { query: office },
    }),
    make('wilayah', {
      kind: 'google_news',
      name: `Google News: pemilu di ${bare}`,
      url: googleNewsUrl(region),
      settings: { query: region },
    }),
    make('situs', {
      kind: 'page_list',
      name: `Situs ${officeOf(code)} ${name}`,
      url: siteOf(code, name),
      outlet: `${officeOf(code)} ${name}`,
      settings: { adapter: 'kpu' },
    }),
    make('bluesky', {
      kind: 'bluesky',
      name: `Bluesky: ${officeOf(code)} ${bare}`,
      url: 'https://api.bsky.app',
      platform: 'bluesky',
      settings: { query: `${officeOf(code)} ${bare}` },
    }),
  ];
}
