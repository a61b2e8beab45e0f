import type { OpinionMap, ReportSection, ReportTable } from '../../../../../shared/domain/opinion-map.ts';
import { Outside } from '../../components/outside.tsx';
import { type Column, Table } from '../../components/table.tsx';
import { ToneBar } from '../../components/tone-bar.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { sayCell } from './cells.ts';
import { cellOf, pageOf, tableOf } from './opinion-map.ts';
import { mapTexts } from './texts.ts';
import { TileMap, type TileValue } from './tile-map.tsx';

type Row = {
  cells: ReportTable['rows'][number];
  query: string | null;
  before: ReportTable['rows'][number] | null;
};

interface Props {
  section: ReportSection;
  unit: OpinionMap['unit'];
  before: OpinionMap | undefined;
}

/** Chapters that are read at first sight; the others open when asked. */
const opened = new Set(['volume', 'region', 'topics', 'issues']);

/** One chapter of the map: what it says, its picture, and the table with the same numbers. */
export function Section({ section, unit, before }: Props) {
  const say = useTexts(mapTexts);
  return (
    <details class="card map-section" id={section.id} open={opened.has(section.id)}>
      <summary>
        <h2 lang="id">{section.title}</h2>
      </summary>
      <div class="stack">
        {section.paragraphs.map((paragraph) => (
          <p lang="id">
            <Outside text={paragraph} />
          </p>
        ))}
        {section.id === 'region' && unit.tier === 'national' && (
          <>
            <TileMap values={tileValues(section.tables[0])} />
            <p class="small soft no-print">{say('tileHelp')}</p>
          </>
        )}
        {section.tables.map((table) => (
          <NumbersOf table={table} before={tableOf(before, table.id)} />
        ))}
      </div>
    </details>
  );
}

/** Rows of the region table by the province their query asks for. */
function tileValues(table: ReportTable | undefined): Map<string, TileValue> {
  const values = new Map<string, TileValue>();
  for (const [n, row] of (table?.rows ?? []).entries()) {
    const query = table!.queries[n];
    const code = query ? new URL(query, location.origin).searchParams.get('area') : null;
    if (!code) continue;
    const [count, share] = [cellOf(table!, row, 'items'), cellOf(table!, row, 'negativeShare')];
    values.set(code, { count: Number(count), negativeShare: typeof share === 'number' ? share : null });
  }
  return values;
}

const tones = ['negative', 'neutral', 'positive'] as const;
const countsOf = (table: ReportTable, cells: Row['cells']) => {
  const [negative, neutral, positive] = tones.map((tone) => Number(cellOf(table, cells, tone)));
  return { negative: negative!, neutral: neutral!, positive: positive! };
};

/** Columns that are compared where a period before is shown. */
const compared = new Set(['items', 'netTone', 'negativeShare']);

function NumbersOf({ table, before }: { table: ReportTable; before: ReportTable | null }) {
  const say = useTexts(mapTexts);
  if (table.rows.length === 0) return <p class="soft">{table.empty}</p>;
  // What a row is about stands in its first cell.
  const earlier = new Map(before?.rows.map((row) => [row[0], row]));
  const rows: Row[] = table.rows.map((cells, n) => ({
    cells,
    query: table.queries[n] ?? null,
    before: earlier.get(cells[0] ?? null) ?? null,
  }));
  const hasTones = tones.every((tone) => table.columns.some(({ key }) => key === tone));
  const columns = table.columns.flatMap((column, n): Column<Row>[] => {
    const isNumber = column.type !== 'text';
    const one: Column<Row> = {
      title: column.label,
      isNumber,
      cell: ({ cells, query }) => {
        const text = sayCell(cells[n] ?? null, column);
        if (text === null)
          return (
            <span class="soft" title={say('hidden')}>
              –
            </span>
          );
        const page = n === 0 ? pageOf(query) : null;
        // A sentence in a narrow column would be a tower.
        const looks = text.length > 40 ? 'map-long' : '';
        return page ? (
          <a href={page} title={say('open')} class={looks}>
            <Outside text={text} />
          </a>
        ) : (
          <span class={looks}>
            <Outside text={text} />
          </span>
        );
      },
    };
    const withBar: Column<Row>[] =
      hasTones && n === 0
        ? [
            {
              title: say('tone'),
              cell: ({ cells }) => (
                <div class="map-bar">
                  <ToneBar counts={countsOf(table, cells)} withWords={false} />
                </div>
              ),
            },
          ]
        : [];
    const withBefore: Column<Row>[] =
      before && compared.has(column.key)
        ? [
            {
              title: `${column.label} (${say('before')})`,
              isNumber: true,
              cell: ({ before: row }) => (row && sayCell(row[n] ?? null, column)) ?? '–',
            },
          ]
        : [];
    return [one, ...withBar, ...withBefore];
  });
  return <Table caption={table.title} columns={columns} rows={rows} />;
}
