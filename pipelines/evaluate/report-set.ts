import { periodKey } from '../report/check/report-period.ts';
import { createRandom } from '../train/random.ts';
import { copyDraft } from './report-set/copy-draft.ts';
import type { Draft, SetUnit } from './report-set/draft.ts';
import { letterStyle } from './report-set/letter-style.ts';
import type { SetStyle } from './report-set/set-style.ts';

export type SetLabel = 'honest' | 'quiet' | 'copied_forward' | 'edited_lightly' | 'redated' | 'neighbour';

export interface SetReport {
  name: string;
  text: string;
  label: SetLabel;
  /** The file it was made from; null for honest ones. */
  source: string | null;
}

/** Four quarters of 25 units: 40 busy honest, 20 quiet honest (pairs of like quarters), 40 copies of four kinds. */
const quarters = [1, 2, 3, 4] as const;
const copyPlan: readonly SetLabel[] = [
  ...Array.from({ length: 10 }, () => 'copied_forward' as const),
  ...Array.from({ length: 11 }, () => 'edited_lightly' as const),
  ...Array.from({ length: 8 }, () => 'redated' as const),
  ...Array.from({ length: 11 }, () => 'neighbour' as const),
];

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

interface Slot {
  draft: Draft;
  label: SetLabel;
  source: Slot | null;
}

function fillHonest(random: Random, units: readonly SetUnit[], year: number, style: SetStyle): Slot[][] {
  return units.map((unit, at) =>
    quarters.map((quarter): Slot => {
      const draft = style.busy(random, unit, { year, quarter });
      return { draft, label: at < 10 && quarter >= 3 ? 'quiet' : 'honest', source: null };
    }),
  );
}

interface Place {
  slot: Slot;
  row: Slot[];
  quarter: number;
}

/** A report a neighbour may copy: honest, of the same quarter or (one in four) the one before; null when none is left. */
function neighbourSource(random: Random, grid: Slot[][], { row, quarter }: Place): Slot | null {
  const from = random() < 0.75 ? quarter : Math.max(0, quarter - 1);
  const others = grid.filter((other) => other !== row).map((other) => other[from]!);
  const honest = others.filter((other) => other.label === 'honest');
  return honest.length === 0 ? null : pick(random, honest);
}

/** Some reports become copies, never of a copy, and no source becomes one. */
function plantCopies(random: Random, grid: Slot[][], { synonyms }: SetStyle): void {
  const used = new Set<Slot>();
  const places = shuffled(
    random,
    grid.flatMap((row) => row.map((slot, quarter): Place => ({ slot, row, quarter }))),
  );
  const sourceOf = (label: SetLabel, place: Place): Slot | null => {
    if (place.slot.label !== 'honest' || used.has(place.slot)) return null;
    if (label === 'neighbour') return neighbourSource(random, grid, place);
    // Copies of one's own stand in the second and fourth quarter, so that a source is left for each.
    return place.quarter % 2 === 1 ? place.row[place.quarter - 1]! : null;
  };
  for (const label of copyPlan)
    for (const place of places) {
      const source = sourceOf(label, place);
      if (source === null || source.label !== 'honest') continue;
      used.add(source);
      const draft = copyDraft(random, label, { source: source.draft, target: place.slot.draft, synonyms });
      Object.assign(place.slot, { draft, label, source });
      break;
    }
}

const nameOf = ({ unit, period }: Draft): string => `${unit.code}_${periodKey(period)}.md`;

/**
 * A folder of 100 made-up quarterly reports with what each is: the same for the same seed. Texts come from paragraphs
 * written for it (report-set/*.json); quiet offices repeat themselves honestly, some with new numbers in old words.
 */
export function makeReportSet(
  seed: number,
  units: readonly SetUnit[],
  style: SetStyle = letterStyle,
  year = 2028,
): SetReport[] {
  const random = createRandom(seed);
  const grid = fillHonest(random, shuffled(random, units).slice(0, 25), year, style);
  for (const row of grid.filter((slots) => slots[3]!.label === 'quiet')) {
    row[2]!.draft = style.quiet(random, row[2]!.draft.unit, row[2]!.draft.period, null);
    row[3]!.draft = style.quiet(random, row[3]!.draft.unit, row[3]!.draft.period, row[2]!.draft);
  }
  plantCopies(random, grid, style);
  return grid.flat().map(({ draft, label, source }) => ({
    name: nameOf(draft),
    text: style.render(draft),
    label,
    source: source === null ? null : nameOf(source.draft),
  }));
}
