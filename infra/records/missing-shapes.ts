import { readRecordShapes } from './record-shapes.ts';

/** A column of a table that a database has. */
export interface FoundColumn {
  table: string;
  column: string;
}

export interface ShapeDifferences {
  /** Tables (`alert`) and columns (`issue.title`) that applied migrations made and that are not there. */
  missing: string[];
  /** Those that are there though the migration that makes them is not among the applied ones. */
  early: string[];
}

/** What a database has, against what its migrations make: a backup restored in part, or a change by hand, shows here. */
export async function compareShapes(
  found: readonly FoundColumn[],
  applied: readonly string[],
): Promise<ShapeDifferences> {
  const there = new Set(found.flatMap(({ table, column }) => [table, `${table}.${column}`]));
  const own = await namesOf(applied);
  const all = await namesOf(null);
  return {
    missing: outermost([...own].filter((name) => !there.has(name))),
    early: outermost([...all].filter((name) => !own.has(name) && there.has(name))),
  };
}

async function namesOf(applied: readonly string[] | null): Promise<ReadonlySet<string>> {
  const shapes = await readRecordShapes(applied);
  return new Set(
    [...shapes].flatMap(([table, { columns }]) => [table, ...columns.map((c) => `${table}.${c}`)]),
  );
}

/** Without the columns of a table that is named itself. */
const outermost = (names: readonly string[]): string[] =>
  names.filter((name) => !name.includes('.') || !names.includes(name.split('.')[0]!)).sort();

/** A few of many names, for one line. */
export const someOf = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 4).join(', ')} … (${names.length})`;
