import type { LabelledItem, Link } from '../../../shared/domain/labelled-item.ts';
import { createRelinker, type RelinkInput, type RelinkOutcome } from '../relink.ts';

type Known = Omit<RelinkInput, 'held'> & {
  items: readonly (LabelledItem & Link)[];
  held?: RelinkInput['held'];
};

/** Links all items anew at once, in time order. */
export function relink({ items, held = new Set(), ...known }: Known): RelinkOutcome {
  const relinker = createRelinker({ ...known, held });
  relinker.name(items);
  relinker.link(items);
  return relinker.finish();
}
