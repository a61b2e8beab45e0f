import type { Drop } from '../../../shared/domain/drop.ts';
import { dayMs, type Instant } from '../../../shared/domain/instant.ts';
import type { Item } from '../../../shared/domain/item.ts';

/** What became of one row or entry: an item, perhaps with notes on what had to be mended, or a refusal. */
export type ItemOutcome = { item: Item; notes: readonly Drop[] } | { item: null; drop: Drop };

export const collectDrop = (code: string, subject: string, detail: string): Drop => ({
  stage: 'collect',
  code,
  subject,
  detail,
});

/** The web's first news sites; older dates are a clock that was never set (1970) or a mistake. */
const earliest: Instant = Date.UTC(1995, 0, 1);
/** Zones lie up to 14 h ahead of UTC, and outlets date a print edition a day ahead. */
const aheadMs = 2 * dayMs;

/**
 * The moment of publication, where it can be believed; else the moment of collecting, with a note that says so.
 * @param at as parsed, null when there was none
 */
export function believeDate(
  at: Instant | null,
  now: Instant,
  subject: string,
): { at: Instant; notes: Drop[] } {
  if (at === null) {
    return {
      at: now,
      notes: [
        collectDrop(
          'date_missing',
          subject,
          'Tanggal tidak ada atau tidak terbaca; dipakai waktu pengambilan.',
        ),
      ],
    };
  }
  if (at >= earliest && at <= now + aheadMs) return { at, notes: [] };
  const year = new Date(at).getUTCFullYear();
  const detail = `Tanggal tidak masuk akal (tahun ${year}); dipakai waktu pengambilan.`;
  return { at: now, notes: [collectDrop('date_implausible', subject, detail)] };
}
