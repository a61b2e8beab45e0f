import type { Installation } from '../../../shared/ports/installation.ts';
import { moveStateName } from '../../../shared/ports/installation.ts';
import type { Cell, RecordTables, TableRow } from '../../../shared/ports/record-tables.ts';
import { Digest } from './digest.ts';
import { type MoveMarker, putMarker } from './move-marker.ts';

/** Rows of one page: some megabytes of issues. */
const pageRows = 500;

/** What tells of the move itself belongs to the installation it is in. */
const isMoved = (table: string, row: TableRow): boolean =>
  table !== 'program_state' || row['name'] !== moveStateName;

async function* pagesOf(tables: RecordTables, table: string, from: readonly Cell[] | null = null) {
  let after = from;
  do {
    const { rows, next } = await tables.read(table, after, pageRows);
    yield { rows: rows.filter((row) => isMoved(table, row)), next };
    after = next;
  } while (after !== null);
}

export interface CopyProgress {
  marker: MoveMarker;
  /** Told after each page that is safe. */
  moved(what: string, count: number): void;
}

/** Copies every table that is not whole yet, from where a broken run stopped. */
export async function copyRecords(
  source: Installation,
  target: Installation,
  { marker: start, moved }: CopyProgress,
): Promise<MoveMarker> {
  let marker = start;
  for (const table of await source.tables.names()) {
    if (marker.tables.includes(table)) continue;
    const from = marker.table === table ? marker.after : null;
    for await (const { rows, next } of pagesOf(source.tables, table, from)) {
      await target.tables.write(table, rows);
      marker = { ...marker, table, after: next };
      await putMarker(target.records, marker);
      moved(table, rows.length);
    }
    marker = { ...marker, tables: [...marker.tables, table], table: null, after: null };
    await putMarker(target.records, marker);
  }
  return marker;
}

export async function digestOf(tables: RecordTables, table: string): Promise<Digest> {
  const digest = new Digest();
  for await (const { rows } of pagesOf(tables, table))
    for (const row of rows) digest.add(Object.fromEntries(Object.entries(row).map(withoutZero)));
  return digest;
}

/** The sign that PostgreSQL's text cannot hold. */
const withoutZero = ([name, cell]: [string, Cell]): [string, Cell] => [
  name,
  typeof cell === 'string' ? cell.replaceAll('\u0000', '') : cell,
];

/** Empties every table but for the marker of this move. */
export async function clearRecords({ tables }: Installation): Promise<void> {
  for (const table of await tables.names()) {
    const own = table === 'program_state' ? (await tables.read(table, null, pageRows)).rows : [];
    await tables.clear(table);
    const kept = own.filter((row) => !isMoved(table, row));
    if (kept.length > 0) await tables.write(table, kept);
  }
}

/** Copies one table anew, for one that changed while it was copied. */
export async function recopy(source: Installation, target: Installation, table: string): Promise<void> {
  const marker = table === 'program_state' ? await target.tables.read(table, null, pageRows) : null;
  await target.tables.clear(table);
  const kept = (marker?.rows ?? []).filter((row) => !isMoved(table, row));
  if (kept.length > 0) await target.tables.write(table, kept);
  for await (const { rows } of pagesOf(source.tables, table)) await target.tables.write(table, rows);
}
