import type { ReportCell, ReportColumn } from '../../../../../shared/domain/opinion-map.ts';
import { sayDay, sayMoment } from '../../components/times.tsx';
import { languageStore } from '../../stores/preferences.ts';
import { sayNumber } from '../../texts/catalogue.ts';

const locale = (): string => (languageStore.get() === 'id' ? 'id-ID' : 'en-GB');

/** 0.334 as `33,4%`. */
export const sayShare = (share: number, digits = 1): string =>
  new Intl.NumberFormat(locale(), {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);

const sayDecimal = (value: number): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

const aDay = /^\d{4}-\d\d-\d\d$/;

/** A cell as its column's type is written; `null` for one that is not shown. */
export function sayCell(cell: ReportCell, { type }: Pick<ReportColumn, 'type'>): string | null {
  if (cell === null) return null;
  if (type === 'instant') return sayMoment(cell);
  if (typeof cell === 'string') return aDay.test(cell) ? sayDay(cell) : cell;
  return type === 'share' ? sayShare(cell) : type === 'decimal' ? sayDecimal(cell) : sayNumber(cell);
}
