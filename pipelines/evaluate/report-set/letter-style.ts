import { periodDays, type ReportPeriod } from '../../report/check/report-period.ts';
import { activities, type Draft, pieces, type SetUnit, writeParagraph } from './draft.ts';
import { renderDraft } from './render-draft.ts';
import type { SetStyle } from './set-style.ts';

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

/** Full sentences, four layouts, each activity told in one of two ways. */
export const letterStyle: SetStyle = {
  busy: busyDraft,
  quiet: quietDraft,
  render: renderDraft,
  synonyms: pieces.synonyms as [string, string][],
};
