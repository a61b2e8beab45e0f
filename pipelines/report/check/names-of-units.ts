import east from '../../../shared/areas/localities-east.json' with { type: 'json' };
import javaBali from '../../../shared/areas/localities-java-bali.json' with { type: 'json' };
import sumatra from '../../../shared/areas/localities-sumatra.json' with { type: 'json' };
import { allAreas } from '../../../shared/areas/units.ts';
import { createNamesOf, type NamesOf } from './unit-names.ts';

let made: { areas: ReturnType<typeof allAreas>; namesOf: NamesOf } | null = null;

/** Unit names as they are now, and places from the area files the project ships. */
export const namesOfUnits: NamesOf = (unit) => {
  const areas = allAreas();
  if (made?.areas !== areas)
    made = { areas, namesOf: createNamesOf(areas, { ...sumatra, ...javaBali, ...east }) };
  return made.namesOf(unit);
};
