import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ListPlace } from '../../shared/ports/list-place.ts';
import { withoutZero } from './tables.ts';

/** Rows behind a place, where a list goes by `column` from the newest on and by id among equals, `ids` upwards or downwards. */
export const behindPlace = (
  { at, id }: ListPlace,
  column: string,
  ids: 'upwards' | 'downwards' = 'upwards',
): RawBuilder<SqlBool> => {
  const isBehind = ids === 'upwards' ? sql.raw('>') : sql.raw('<');
  return sql<SqlBool>`(${sql.ref(column)} < ${at} or (${sql.ref(column)} = ${at} and id ${isBehind} ${withoutZero(id)}))`;
};
