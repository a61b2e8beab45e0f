import { dayMs, type Instant } from '../../../shared/domain/instant.ts';
import type { ReportSpan } from '../../../shared/domain/opinion-map.ts';
import { type TieredPeriod, tieredKey } from '../../../shared/domain/tiered-report.ts';
import { localMoment, startOfDay, type Zone } from '../../watch/local-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const roman = ['I', 'II', 'III', 'IV'];

/** The first instant of a period in the unit's zone, and the first after it. */
export function tieredBounds({ year, quarter }: TieredPeriod, zone: Zone): { from: Instant; to: Instant } {
  const first = quarter === null ? 1 : quarter * 3 - 2;
  const after = quarter === null ? 13 : first + 3;
  const start = (month: number): Instant =>
    startOfDay(`${year + (month > 12 ? 1 : 0)}-${two(month > 12 ? month - 12 : month)}-01`, zone);
  return { from: start(first), to: start(after) };
}

export const previousPeriod = ({ year, quarter }: TieredPeriod): TieredPeriod => {
  if (quarter === null) return { year: year - 1, quarter };
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: (quarter - 1) as 1 | 2 | 3 };
};

export const nextPeriodOf = ({ year, quarter }: TieredPeriod): TieredPeriod => {
  if (quarter === null) return { year: year + 1, quarter };
  return quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: (quarter + 1) as 2 | 3 | 4 };
};

/** "Triwulan II 2028", "Tahun 2028". */
export const sayPeriod = ({ year, quarter }: TieredPeriod): string =>
  quarter === null ? `Tahun ${year}` : `Triwulan ${roman[quarter - 1]} ${year}`;

/** The period as the span of a report; compared with the period before it. */
export function tieredSpan(period: TieredPeriod, zone: Zone): ReportSpan {
  const { from, to } = tieredBounds(period, zone);
  const previousFrom = tieredBounds(previousPeriod(period), zone).from;
  return { kind: 'custom', key: tieredKey(period), label: sayPeriod(period), from, to, previousFrom };
}

/** The period that ended last before an instant: a quarter, or with `yearly` a year. */
export function endedPeriod(now: Instant, zone: Zone, yearly = false): TieredPeriod {
  const [year, month] = localMoment(now, zone).day.split('-').map(Number) as [number, number];
  const running: TieredPeriod = {
    year,
    quarter: yearly ? null : (Math.ceil(month / 3) as 1 | 2 | 3 | 4),
  };
  return previousPeriod(running);
}

/** Whole days from one instant to another, rounded up: a minute late is a day late. */
export const daysBetween = (from: Instant, to: Instant): number => Math.ceil((to - from) / dayMs);
