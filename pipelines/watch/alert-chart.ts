import type { Alert } from '../../shared/domain/alert.ts';
import { type ChartInput, chartSize, renderChart } from './chart.ts';
import { localMoment, sayMoment, type Zone } from './local-time.ts';

/** A picture of what alerted, as SVG, and in words for who cannot see it. */
export interface AlertChart {
  svg: string;
  alt: string;
  width: number;
  height: number;
}

/** Rules whose baseline is a count of the same buckets: only then is it a line in the chart. */
const countsBaseline: readonly Alert['rule'][] = ['busy_z', 'quiet_tail', 'cold_start'];

/** A title that fits above the bars. */
const shorten = (title: string): string =>
  title.length <= 62 ? title : `${title.slice(0, Math.max(30, title.lastIndexOf(' ', 60)))} …`;

/** The chart of an alert; null where it counts nothing, as a silent source or a clock. */
export function chartOf(alert: Alert, title: string, zone: Zone): AlertChart | null {
  const { counts, bucketMinutes, at, rule, baseline } = alert;
  if (!counts.some((count) => count > 0)) return null;
  const span = bucketMinutes === 60 ? 'jam' : `${bucketMinutes} menit`;
  const most = Math.max(...counts);
  const startedAt = at - (counts.length - 1) * bucketMinutes * 60_000;
  const input: ChartInput = {
    title: `Unggahan per ${span}: ${shorten(title)}`,
    counts,
    baseline: countsBaseline.includes(rule) && baseline >= 0.05 ? baseline : null,
    alertIndex: counts.length - 1,
    fromLabel: sayMoment(startedAt, zone),
    toLabel: sayMoment(at, zone),
  };
  const { hour, minute } = localMoment(at, zone);
  const clock = `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`;
  const alt = `Unggahan per ${span} dalam ${counts.length} ${bucketMinutes === 60 ? 'jam' : 'selang'} terakhir sampai pukul ${clock}; tertinggi ${most}, terakhir ${counts.at(-1)}.`;
  return { svg: renderChart(input), alt, ...chartSize };
}
