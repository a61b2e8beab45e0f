import type { Alert } from '../../shared/domain/alert.ts';
import type { Tier } from '../../shared/domain/unit.ts';
import type { SeriesView } from './series.ts';
import type { SpikeSettings } from './settings.ts';

export type AlertRule = Alert['rule'];

/** What a rule found: the numbers every alert must carry. */
export interface Finding {
  rule: AlertRule;
  observed: number;
  baseline: number;
  /** observed / baseline; the baseline counts at least as half an item, so that the factor stays finite. */
  factor: number;
  statistic: { name: 'z' | 'p'; value: number } | null;
  /** Length of the bucket that was counted; an hour where it is not said. */
  minutes?: number;
}

/** What a rule may look at: one series, at one moment. */
export interface DetectorInput {
  view: SeriesView;
  tier: Tier;
  /** How much more talk than usual is planned for, at least 1; it multiplies thresholds. */
  expected: number;
  /** Inside the voting window: bursts are many, and the baseline is winsorised. */
  crisisWeek: boolean;
  settings: SpikeSettings;
}

/**
 * One rule over one series. `applies` looks only at the series' own level, so that exactly one volume rule speaks for
 * each series; `detect` returns null when nothing is unusual. Pure, and cheap enough for 100,000 series an hour.
 */
export interface Detector {
  readonly rule: AlertRule;
  applies(input: DetectorInput): boolean;
  detect(input: DetectorInput): Finding | null;
}

/** `observed` against `baseline`, with the smallest baseline that keeps a factor meaningful. */
export const factorOf = (observed: number, baseline: number): number => observed / Math.max(baseline, 0.5);
