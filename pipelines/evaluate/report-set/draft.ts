import type { ReportPeriod } from '../../report/check/report-period.ts';
import activityTexts from './activities.json' with { type: 'json' };
import pieceTexts from './pieces.json' with { type: 'json' };

export const activities: readonly (readonly string[])[] = activityTexts;
export const pieces: typeof pieceTexts = pieceTexts;

export interface SetUnit {
  code: string;
  name: string;
  places: readonly string[];
  districts: number;
  staff: number;
  /** Layout and date form of its reports, 0 to 3: offices keep their own. */
  style: number;
}

/** A paragraph whose dates are still open, as `⟦day⟧` counted from the period's start, so that they can be moved. */
export interface Paragraph {
  template: string;
  text: string;
}

/** A report before it is laid out. */
export interface Draft {
  unit: SetUnit;
  period: ReportPeriod;
  handedIn: number;
  opening: readonly Paragraph[];
  activities: readonly Paragraph[];
  issues: readonly Paragraph[];
  obstacles: readonly Paragraph[];
  plans: readonly Paragraph[];
  closing: readonly Paragraph[];
  figures: readonly number[];
  still: readonly number[];
  style: number;
}

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, '.');

/** Fills a template's slots; the same template gives other names and numbers each time. */
export function writeParagraph(random: () => number, template: string, unit: SetUnit): Paragraph {
  const text = template.replace(
    /\{(\w+)(?::(\d+)-(\d+))?\}/gu,
    (_, slot: string, low?: string, high?: string) => {
      if (slot === 'n') return grouped(Number(low) + Math.floor(random() * (Number(high) - Number(low) + 1)));
      if (slot === 'date') return `⟦${1 + Math.floor(random() * 88)}⟧`;
      if (slot === 'u') return unit.name;
      if (slot === 'place') return pick(random, unit.places);
      const lists: Record<string, readonly string[]> = {
        topic: pieces.topics,
        school: pieces.schools,
        campus: pieces.campuses,
        outlet: pieces.outlets,
      };
      const value = pick(random, lists[slot] ?? [slot]);
      return slot === 'school' ? `${value} ${pick(random, unit.places)}` : value;
    },
  );
  return { template, text };
}
