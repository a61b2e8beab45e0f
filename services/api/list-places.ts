import type { ListPlace } from '../../shared/ports/list-place.ts';
import { ApiProblem } from './problems.ts';

/** The place in a list that a cursor names; none for the first page. @throws ApiProblem 400 */
export function placeOf(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = /^(\d{1,15})~(.{1,100})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined)
    throw new ApiProblem(400, 'This is no cursor', 'Send the nextCursor of the page before.');
  return { at: Number(at), id };
}

/** The cursor of the page after these rows; null where they are fewer than were asked for: the list has ended. */
export function cursorAfter<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  momentOf: (row: Row) => number,
): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return last ? `${momentOf(last)}~${last.id}` : null;
}
