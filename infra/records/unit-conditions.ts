import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { nationalUnit, type Scope } from '../../shared/domain/unit.ts';

/** Rows of the scope's unit and of those below it; KPU RI sees all. `column` holds the code of the row's unit. */
export const inScope = ({ unit }: Scope, column = 'unit'): RawBuilder<SqlBool> =>
  unit === nationalUnit ? sql<SqlBool>`1 = 1` : below(unit, column);

/** Rows of any of these units or below one; KPU RI's own rows only where `RI` is asked for. */
export const inUnits = (units: readonly string[], column = 'unit'): RawBuilder<SqlBool> =>
  units.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`(${sql.join(
        units.map((unit) =>
          unit === nationalUnit ? sql`${sql.ref(column)} = ${unit}` : below(unit, column),
        ),
        sql` or `,
      )})`;

const below = (unit: string, column: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} = ${unit} or ${sql.ref(column)} like ${`${unit}.%`})`;
