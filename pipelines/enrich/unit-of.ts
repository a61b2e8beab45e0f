import { nationalUnit } from '../../shared/domain/national-unit.ts';
import type { FoundPlace } from './places/find-places.ts';
import { hitsOf, type Signals } from './signals.ts';

/** A unit's name stands within this many words after "KPU" (`KPU Provinsi Daerah Istimewa Yogyakarta`). */
const reach = 4;

/**
 * The unit a text is about: the area right after KPU's name; else the only area named; else KPU RI when the text says
 * "RI" or "pusat" or names no place; null when several areas are named and none with the office.
 */
export function unitOf(signals: Signals, places: readonly FoundPlace[]): string | null {
  for (const kpu of hitsOf(signals, 'kpu')) {
    const end = kpu.at + kpu.length;
    const place = places.find(
      ({ at }) =>
        at >= kpu.at && at < end + reach && signals.scan.sentences[at] === signals.scan.sentences[kpu.at],
    );
    if (place) return place.code;
    const last = signals.scan.words[end - 1];
    if (last === 'ri' || last === 'pusat') return nationalUnit;
  }
  if (places.length === 1) return places[0]!.code;
  return places.length === 0 && hitsOf(signals, 'kpu').length > 0 ? nationalUnit : null;
}
