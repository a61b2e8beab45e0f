import type { ReportSection, ReportTable } from '../../../shared/domain/opinion-map.ts';
import { localMoment } from '../../watch/local-time.ts';
import { drawToneBars } from '../charts/bars.ts';
import { sayDay } from '../report-span.ts';
import { itemQuery, type OpinionMapInput, rowsOf } from './input.ts';
import { platformNames, sayList } from './say.ts';
import { makeTable, toneColumns } from './table.ts';

const topOutlets = 10;

const storyColumn = ['stories', 'Cerita', 'integer', 'Cerita berbeda setelah salinan disatukan.'] as const;

function outletTable(input: OpinionMapInput): ReportTable {
  const rows = [...input.current.byOutlet]
    .toSorted(([a, x], [b, y]) => y.stories.size - x.stories.size || y.items - x.items || (a < b ? -1 : 1))
    .slice(0, topOutlets)
    .map(([outlet, { stories, items, unique, negative }]) => ({
      cells: [outlet, stories.size, items, unique, negative],
      query: itemQuery(input, { outlet }),
    }));
  return makeTable(
    'outlets',
    'Media teratas',
    [['outlet', 'Media', 'text'], storyColumn, ...toneColumns.slice(0, 2), toneColumns[4]!],
    rows,
    'Tidak ada berita media pada periode ini.',
  );
}

function quotedTable({ current }: OpinionMapInput): ReportTable {
  const rows = [...current.byQuoted]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, topOutlets)
    .map(([name, count]) => ({ cells: [name, count] }));
  return makeTable(
    'quoted',
    'Sumber yang dikutip',
    [
      ['name', 'Jabatan atau peran', 'text'],
      ['items', 'Unggahan', 'integer', 'Unggahan yang menyebut jabatan atau peran ini.'],
    ],
    rows,
    'Tidak ada jabatan atau peran yang dikutip.',
  );
}

const stateWords: Readonly<Record<string, string>> = {
  silent: 'tidak memberi unggahan',
  failing: 'gagal dibaca',
  blocked: 'menolak akses',
  flooding: 'mengirim berlebihan',
  off: 'dimatikan',
};

/** Who collected a platform, and what is amiss there. */
function collectorsOf(
  { sources, current }: OpinionMapInput,
  platform: string,
): { collectors: string; gaps: string } {
  const own = sources.filter(({ source }) => source.platform === platform);
  const kinds = [...new Set(own.map(({ source }) => source.kind))];
  const bySource = own.filter(({ source }) => current.bySource.has(source.id)).length;
  const gaps = own
    .filter(({ source, health }) => source.enabled === false || (health !== null && health.state !== 'well'))
    .map(({ source, health }) => `${source.name} ${stateWords[health?.state ?? 'off'] ?? 'dimatikan'}`);
  return {
    collectors:
      own.length === 0
        ? 'impor atau laporan warga'
        : `${own.length} sumber (${kinds.join(', ')}), ${bySource} memberi unggahan`,
    gaps: gaps.length === 0 ? '–' : sayList(gaps),
  };
}

function platformTable(input: OpinionMapInput): ReportTable {
  const counted = rowsOf(
    input.current.byPlatform,
    (key) => key,
    (platform) => itemQuery(input, { platform }),
  );
  const seen = new Set(counted.map(({ cells }) => String(cells[0])));
  const silent = [...new Set(input.sources.map(({ source }) => source.platform))].filter(
    (key) => !seen.has(key),
  );
  const rows = [
    ...counted,
    ...silent.map((platform) => ({
      cells: [platform, 0, 0, 0, 0, 0, null, null],
      query: itemQuery(input, { platform }),
    })),
  ].map(({ cells: [platform, ...rest], query }) => {
    const { collectors, gaps } = collectorsOf(input, String(platform));
    return {
      cells: [platformNames[String(platform)] ?? String(platform), ...rest, collectors, gaps],
      query: query ?? null,
    };
  });
  return makeTable(
    'platforms',
    'Platform, pengumpul, dan celah',
    [
      ['platform', 'Platform', 'text'],
      ...toneColumns,
      ['collectors', 'Pengumpul', 'text', 'Sumber yang mengumpulkan unggahan dari platform ini.'],
      ['gaps', 'Celah', 'text', 'Sumber yang sedang bermasalah.'],
    ],
    rows,
    'Tidak ada unggahan dan tidak ada sumber.',
  );
}

/** Who wrote: outlets, quoted roles, platforms with their collectors. */
export function mediaSection(input: OpinionMapInput): ReportSection {
  const bars = [...input.current.byPlatform]
    .toSorted(([, a], [, b]) => b.items - a.items)
    .map(([platform, tally]) => ({ ...tally, label: platformNames[platform] ?? platform }));
  const oldest = input.sources
    .filter(({ health }) => health?.state === 'failing' || health?.state === 'blocked')
    .map(
      ({ source, health }) =>
        `${source.name} sejak ${sayDay(localMoment(health!.stateSince, input.unit.zone).day)}`,
    );
  return {
    id: 'media',
    title: 'Media, sumber yang dikutip, dan platform',
    paragraphs: [
      'Pembagian platform bergantung pada siapa yang mengumpulkan; bandingkan hanya bersama kolom pengumpul dan celah.',
      ...(oldest.length > 0 ? [`Sumber yang tidak terbaca: ${sayList(oldest)}.`] : []),
    ],
    charts:
      bars.length === 0
        ? []
        : [
            {
              id: 'platforms',
              title: 'Unggahan unik per platform menurut nada',
              alt: `Terbanyak: ${bars[0]!.label}. Angka lengkap ada di tabel.`,
              ...drawToneBars(bars),
            },
          ],
    tables: [outletTable(input), quotedTable(input), platformTable(input)],
  };
}
