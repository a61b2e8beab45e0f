import type { Area } from '../domain/area.ts';
import { nationalUnit, parentOf, tierOf, type Unit, type UnitChange } from '../domain/unit.ts';
import bundled from './areas.json' with { type: 'json' };

/**
 * Provinces on Central and Eastern Indonesian time (Presidential Decree 41/1987, and the provinces split off since);
 * every other one is on Western time.
 */
const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

interface Registry {
  areas: readonly Area[];
  byCode: ReadonlyMap<string, Area>;
  changes: ReadonlyMap<string, UnitChange>;
}

const base = bundled as Area[];

function registryOf(changes: readonly UnitChange[]): Registry {
  const byCode = new Map(base.map((area) => [area.code, area]));
  for (const { code, name } of changes)
    byCode.set(code, { code, name, level: code.length === 2 ? 'province' : 'regency_city' });
  const areas = [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { areas, byCode, changes: new Map(changes.map((change) => [change.code, change])) };
}

// The one mutable thing of this room: names are asked for from everywhere, and change a few times in ten years.
let registry = registryOf([]);

/**
 * Puts an installation's own changes over the bundled data, in place of those before; every function here answers by
 * them from then on. For what opens an installation, and for who hears that they changed.
 */
export function applyUnitChanges(changes: readonly UnitChange[]): void {
  registry = registryOf(changes);
}

export const zoneOf = (unit: string): Unit['zone'] => {
  const province = unit.slice(0, 2);
  const set = registry.changes.get(unit)?.zone ?? registry.changes.get(province)?.zone;
  return (
    set ??
    (central.has(province) ? 'Asia/Makassar' : eastern.has(province) ? 'Asia/Jayapura' : 'Asia/Jakarta')
  );
};

/** The name of an area or of the whole country; the code itself when it is unknown. */
export const unitName = (code: string): string =>
  code === nationalUnit ? 'Indonesia' : (registry.byCode.get(code)?.name ?? code);

/** Every province with its regencies and cities, in order of code; those whose office is closed, too. */
export const allAreas = (): readonly Area[] => registry.areas;

/** KPU RI, then every province with its regencies and cities. */
export const allUnits = (): Unit[] => [
  { code: nationalUnit, name: 'KPU RI', tier: 'national', parent: null, zone: zoneOf(nationalUnit) },
  ...registry.areas.map(({ code, name }) => ({
    code,
    name,
    tier: tierOf(code),
    parent: parentOf(code),
    zone: zoneOf(code),
  })),
];

/** KPU RI, or the code of a province, regency or city, be its office closed or not. */
export const isUnitCode = (code: string): boolean => code === nationalUnit || registry.byCode.has(code);

/** An area that nobody has to do anything for any more. */
export const isClosedUnit = (code: string): boolean => registry.changes.get(code)?.closed ?? false;

/** Where work may begin: a unit that is there and not closed. */
export const isOpenUnit = (code: string): boolean => isUnitCode(code) && !isClosedUnit(code);
