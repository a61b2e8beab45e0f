import type { OpinionMap, ReportCell, ReportTable } from '../../../../../shared/domain/opinion-map.ts';
import { api, bodyOf } from '../../api/client.ts';
import { type Answer, useApi } from '../../api/use-api.ts';
import { dayOf } from '../../components/periods.ts';

/** The map of a unit and a period; `null` asks for none. */
export const useOpinionMap = (unit: string, span: string | null): Answer<OpinionMap> =>
  useApi(span === null ? null : `/v1/opinion-map ${unit} ${span}`, async () => {
    const body = await bodyOf(api.GET('/v1/opinion-map', { params: { query: { span: span!, unit } } }));
    return body as unknown as OpinionMap;
  });

export const tableOf = (map: OpinionMap | undefined, id: string): ReportTable | null =>
  map?.sections.flatMap(({ tables }) => tables).find((table) => table.id === id) ?? null;

/** A cell of a row by its column's key. */
export const cellOf = (table: ReportTable, row: readonly ReportCell[], key: string): ReportCell =>
  row[table.columns.findIndex((column) => column.key === key)] ?? null;

/** The page of the desk that shows what a number's query gives; null where there is none. */
export function pageOf(query: string | null | undefined): string | null {
  if (!query) return null;
  const { pathname, searchParams } = new URL(query, location.origin);
  const page = { '/v1/items': '/cari', '/v1/issues': '/isu' }[pathname];
  if (!page) return null;
  const [from, to] = [searchParams.get('from'), searchParams.get('to')];
  if (from) searchParams.set('from', dayOf(from));
  // The API's end is not part of it, the page's last day is.
  if (to) searchParams.set('to', dayOf(Date.parse(to) - 1));
  return `${page}?${searchParams.toString().replaceAll('%2C', ',')}`;
}
