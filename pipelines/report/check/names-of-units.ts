import areas from '../../../shared/areas/areas.json' with { type: 'json' };
import east from '../../../shared/areas/localities-east.json' with { type: 'json' };
import javaBali from '../../../shared/areas/localities-java-bali.json' with { type: 'json' };
import sumatra from '../../../shared/areas/localities-sumatra.json' with { type: 'json' };
import type { Area } from '../../../shared/domain/area.ts';
import { createNamesOf } from './unit-names.ts';

/** Unit names and places from the area files the project ships. */
export const namesOfUnits = createNamesOf(areas as Area[], { ...sumatra, ...javaBali, ...east });
