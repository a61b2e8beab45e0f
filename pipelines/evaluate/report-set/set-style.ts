import type { ReportPeriod } from '../../report/check/report-period.ts';
import type { Draft, SetUnit } from './draft.ts';

/** How the offices of a made-up set write. */
export interface SetStyle {
  busy(random: () => number, unit: SetUnit, period: ReportPeriod): Draft;
  /** `like`: the quiet quarter before, whose sentences an office with nothing to tell writes again. */
  quiet(random: () => number, unit: SetUnit, period: ReportPeriod, like: Draft | null): Draft;
  render(draft: Draft): string;
  /** Words that who edits lightly puts in place of others. */
  synonyms: readonly (readonly [word: string, other: string])[];
}
