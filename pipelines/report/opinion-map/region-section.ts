import type { ReportChart, ReportSection } from '../../../shared/domain/opinion-map.ts';
import { drawToneBars } from '../charts/bars.ts';
import { drawTileMap } from '../charts/tile-map.ts';
import { itemQuery, type OpinionMapInput, rowsOf } from './input.ts';
import { negativeShare } from './measures.ts';
import { sayShare, sayWhole } from './say.ts';
import { makeTable, toneColumns } from './table.ts';

/** A province has up to 38 regencies; a chart of more bars than this is not read. */
const mostBars = 20;

function chartOf({ unit, current }: OpinionMapInput, names: ReadonlyMap<string, string>): ReportChart[] {
  const groups = [...current.byArea].toSorted(([, a], [, b]) => b.items - a.items);
  if (groups.length === 0) return [];
  const [topCode, top] = groups[0]!;
  const alt = `Terbanyak: ${names.get(topCode) ?? topCode} dengan ${sayWhole(top.items)} unggahan. Angka lengkap ada di tabel.`;
  if (unit.tier === 'national') {
    const tiles = groups.map(([code, tally]) => ({
      code,
      count: tally.items,
      negativeShare: negativeShare(tally),
    }));
    return [
      { id: 'map', title: 'Peta petak provinsi: unggahan dan bagian negatif', alt, ...drawTileMap(tiles) },
    ];
  }
  const bars = groups
    .slice(0, mostBars)
    .map(([code, tally]) => ({ ...tally, label: names.get(code) ?? code }));
  return [{ id: 'map', title: 'Unggahan unik per kabupaten/kota menurut nada', alt, ...drawToneBars(bars) }];
}

/** Provinces as a tile map, regencies as bars; a regency has no map, and says so. */
export function regionSection(input: OpinionMapInput): ReportSection {
  const { unit, current, areas } = input;
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const silent = areas.filter(({ code }) => !current.byArea.has(code));
  const word = unit.tier === 'national' ? 'provinsi' : 'kabupaten/kota';
  const highest = [...current.byArea]
    .map(([code, tally]) => ({ code, share: negativeShare(tally) }))
    .filter(({ share }) => share !== null)
    .toSorted((a, b) => b.share! - a.share!)[0];
  const paragraphs =
    areas.length === 0
      ? ['Unit ini tidak membawahi unit lain, sehingga tidak ada rincian per wilayah.']
      : [
          `Unggahan yang menyebut wilayah mencakup ${sayWhole(current.byArea.size)} dari ${areas.length} ${word}. Satu unggahan dapat menyebut lebih dari satu wilayah.`,
          ...(highest
            ? [
                `Bagian negatif tertinggi ada di ${names.get(highest.code) ?? highest.code}: ${sayShare(highest.share!)}.`,
              ]
            : []),
          ...(silent.length > 0
            ? [`${sayWhole(silent.length)} ${word} tanpa unggahan; tidak adanya unggahan bukan tanda aman.`]
            : []),
        ];
  const rows = rowsOf(
    current.byArea,
    (code) => names.get(code) ?? code,
    (code) => itemQuery(input, { area: code }),
  );
  return {
    id: 'region',
    title: unit.tier === 'national' ? 'Peta provinsi' : 'Wilayah',
    paragraphs,
    charts: areas.length === 0 ? [] : chartOf(input, names),
    tables:
      areas.length === 0
        ? []
        : [
            makeTable(
              'region',
              unit.tier === 'national' ? 'Unggahan per provinsi' : 'Unggahan per kabupaten/kota',
              [['area', 'Wilayah', 'text'], ...toneColumns],
              rows,
              'Tidak ada unggahan yang menyebut wilayah.',
            ),
          ],
  };
}
