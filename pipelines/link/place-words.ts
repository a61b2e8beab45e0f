import areas from '../../shared/areas/areas.json' with { type: 'json' };
import { wordsOf } from './words.ts';

let known: readonly string[] | null = null;

/** The words of all names of provinces, regencies and cities. */
export function placeWords(): readonly string[] {
  known ??= [...new Set(areas.flatMap(({ name }) => wordsOf(name)))];
  return known;
}
