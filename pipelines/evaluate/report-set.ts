import { periodDays, periodKey, type ReportPeriod } from '../report/check/report-period.ts';
import { createRandom } from '../train/random.ts';
import { copyDraft } from './report-set/copy-draft.ts';
import { activities, type Draft, pieces, type SetUnit, writeParagraph } from './report-set/draft.ts';
import { renderDraft } from './report-set/render-draft.ts';

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

function busyDraft(random: Random, unit: SetUnit, period: ReportPeriod): Draft {
  const write = (template: string) => writeParagraph(random, template, unit);
  const some = (list: readonly string[], count: number) => shuffled(random, list).slice(0, count).map(write);
  const chosen = shuffled(random, activities).slice(0, 4 + Math.floor(random() * 3));
  return {
    unit,
    period,
    handedIn: periodDays(period).to + 2 + Math.floor(random() * 12),
    opening: random() < 0.7 ? [write(pick(random, pieces.boilerplate))] : [],
    activities: chosen.map((variants) => write(pick(random, variants))),
    issues: some(pieces.issues, 1 + Math.floor(random() * 2)),
    obstacles: some(pieces.obstacles, 1 + Math.floor(random() * 2)),
    plans: some(pieces.plans, 1 + Math.floor(random() * 2)),
    closing: random() < 0.5 ? [write(pick(random, pieces.closing))] : [],
    figures: pieces.rows.map(
      (_, row) => Math.floor(random() * [12, 40, 160, 9, 700, 30, 12, 9000][row]!) + 1,
    ),
    still: [unit.districts, unit.staff],
    style: unit.style,
  };
}

/** `like`: the quiet quarter before, whose sentences an office with nothing to tell writes again. */
function quietDraft(random: Random, unit: SetUnit, period: ReportPeriod, like: Draft | null): Draft {
  const write = (template: string) => writeParagraph(random, template, unit);
  const some = (list: readonly string[], count: number) => shuffled(random, list).slice(0, count).map(write);
  const roll = activities[1]![Math.floor(random() * 2)]!;
  const base = busyDraft(random, unit, period);
  const figures = [0, 3, 24, 0, 0, 2, 0, 900].map((usual) =>
    usual < 2 ? 0 : Math.max(0, usual + Math.floor((random() - 0.4) * Math.max(3, usual / 3))),
  );
  const text = like ?? {
    opening: base.opening,
    activities: [
      ...some(pieces.quiet.flat(), Math.floor(random() * 2.5)),
      ...some(pieces.quietStanding, 1 + Math.floor(random() * 2)),
    ],
    issues: [write(pick(random, pieces.quietIssues))],
    obstacles: [write(pick(random, pieces.quietRest))],
    plans: [write(pick(random, pieces.quietRest))],
    closing: base.closing,
  };
  const { opening, issues, obstacles, plans, closing } = text;
  // Every second quiet office still reports its roll, in the same words with the new numbers.
  const rolled = unit.code.charCodeAt(4) % 2 === 0;
  const routine = like
    ? text.activities.filter(({ template }) => !activities[1]!.includes(template))
    : text.activities;
  const kept = like?.activities.find(({ template }) => activities[1]!.includes(template))?.template;
  return {
    ...base,
    opening,
    activities: rolled ? [...routine, write(kept ?? roll)] : routine,
    issues,
    obstacles,
    plans,
    closing,
    figures,
  };
}

interface Slot {
  draft: Draft;
  label: SetLabel;
  source: Slot | null;
}

function fillHonest(random: Random, units: readonly SetUnit[], year: number): Slot[][] {
  return units.map((unit, at) =>
    quarters.map((quarter): Slot => {
      const draft = busyDraft(random, unit, { year, quarter });
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
function plantCopies(random: Random, grid: Slot[][]): void {
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
      const draft = copyDraft(random, label, source.draft, place.slot.draft);
      Object.assign(place.slot, { draft, label, source });
      break;
    }
}

const nameOf = ({ unit, period }: Draft): string => `${unit.code}_${periodKey(period)}.md`;

/**
 * A folder of 100 made-up quarterly reports with what each is: the same for the same seed. Texts come from paragraphs
 * written for it (report-set/*.json); quiet offices repeat themselves honestly, some with new numbers in old words.
 */
export function makeReportSet(seed: number, units: readonly SetUnit[], year = 2028): SetReport[] {
  const random = createRandom(seed);
  const grid = fillHonest(random, shuffled(random, units).slice(0, 25), year);
  for (const row of grid.filter((slots) => slots[3]!.label === 'quiet')) {
    row[2]!.draft = quietDraft(random, row[2]!.draft.unit, row[2]!.draft.period, null);
    row[3]!.draft = quietDraft(random, row[3]!.draft.unit, row[3]!.draft.period, row[2]!.draft);
  }
  plantCopies(random, grid);
  return grid.flat().map(({ draft, label, source }) => ({
    name: nameOf(draft),
    text: renderDraft(draft),
    label,
    source: source === null ? null : nameOf(source.draft),
  }));
}
