import { localities } from '../../../shared/areas/localities.ts';
import { allAreas } from '../../../shared/areas/units.ts';
import { createNamesOf, type NamesOf } from './unit-names.ts';

let made: { areas: ReturnType<typeof allAreas>; namesOf: NamesOf } | null = null;

/** Unit names as they are now, and places from the area files the project ships. */
export const namesOfUnits: NamesOf = (unit) => {
  const areas = allAreas();
  if (made?.areas !== areas) made = { areas, namesOf: createNamesOf(areas, localities) };
  return made.namesOf(unit);
};
