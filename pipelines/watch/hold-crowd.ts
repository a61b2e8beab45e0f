import type { Alert } from '../../shared/domain/alert.ts';
import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import { levels } from '../../shared/domain/risk.ts';
import type { AlertPolicySettings } from './settings.ts';

export type Waking = Pick<Alert, 'unit' | 'at' | 'level' | 'rule'>;

/** Rules of volume and tone: one matter that falls into many issues fires them many times. */
const ofSeries: readonly Alert['rule'][] = [
  'busy_z',
  'quiet_tail',
  'cold_start',
  'negative_jump',
  'level_doubled',
  'recovered',
];

/**
 * A unit is woken by its series at most `wakings` times within `wakingHours`: what one matter that fell into many issues
 * adds waits for the digest and says so. A graver level than all that was told in that time still wakes.
 * @param woken pushes of the same time, any unit; `drafts` in the order in which they are told
 */
export function holdCrowd<D extends Waking & Pick<Alert, 'push' | 'held'>>(
  drafts: readonly D[],
  woken: readonly Waking[],
  now: Instant,
  { wakings, wakingHours }: AlertPolicySettings,
): D[] {
  const counts = (one: Waking) => ofSeries.includes(one.rule) && one.at > now - wakingHours * hourMs;
  const told = woken.filter(counts);
  return drafts.map((draft) => {
    if (!draft.push || !ofSeries.includes(draft.rule)) return draft;
    const own = told.filter(({ unit }) => unit === draft.unit);
    const gravest = Math.max(-1, ...own.map(({ level }) => levels.indexOf(level)));
    if (own.length >= wakings && levels.indexOf(draft.level) <= gravest) {
      const held = `unit sudah dibangunkan ${own.length} kali dalam ${wakingHours} jam; selebihnya ada di ringkasan`;
      return { ...draft, push: false, held };
    }
    told.push(draft);
    return draft;
  });
}
