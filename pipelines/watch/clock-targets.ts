import { hourMs } from '../../shared/domain/instant.ts';
import type { ClockStep } from '../../shared/domain/response-clock.ts';
import type { Level } from '../../shared/domain/risk.ts';
import { defaultOfficeHours, workingDayMs } from './working-time.ts';

export type TargetName = ClockStep;

export interface LevelTargets {
  /**
   * Running time from first detection to each step, absent where the level asks for none; for `update` from the last
   * step that was done, again and again.
   */
  within: Readonly<Partial<Record<TargetName, number>>>;
  /** Running time after which a tier above is told by itself; 0 is at once. */
  escalate: Readonly<Partial<Record<'province' | 'national', number>>>;
}
export type TargetTable = Readonly<Record<Level, LevelTargets>>;

const minutes = (value: number): number => value * 60_000;
const hours = (value: number): number => value * hourMs;

/**
 * DOMAIN's response clock. Hours are hours of running time: outside the voting window 24 h are three office days. What
 * DOMAIN gives in days for `rendah` are working days.
 */
export const defaultTargets: TargetTable = {
  kritis: {
    within: { triage: minutes(15), holding: minutes(60), clarification: hours(4), update: hours(4) },
    escalate: { national: 0, province: minutes(15) },
  },
  tinggi: {
    within: { triage: minutes(30), holding: hours(2), clarification: hours(6), update: hours(12) },
    escalate: { province: minutes(30), national: hours(2) },
  },
  sedang: {
    within: { triage: hours(4), clarification: hours(24), update: hours(72) },
    escalate: {},
  },
  rendah: {
    within: { triage: workingDayMs(defaultOfficeHours), update: 7 * workingDayMs(defaultOfficeHours) },
    escalate: {},
  },
};
