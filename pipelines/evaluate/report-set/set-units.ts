import type { SetUnit } from './draft.ts';

/** Units with enough named places for a set: every regency and city that `localities` lists eight of. */
export function setUnits(
  areas: readonly { code: string; name: string }[],
  localities: Readonly<Record<string, string>>,
): SetUnit[] {
  return areas
    .map(({ code, name }) => ({ code, name, places: (localities[code] ?? '').split(', ').slice(0, 8) }))
    .filter(({ places }) => places.length === 8)
    .map((unit, at) => ({ ...unit, districts: 9 + (at % 20), staff: 2 + (at % 4), style: at % 4 }));
}
