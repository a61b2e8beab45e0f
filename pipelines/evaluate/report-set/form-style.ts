import { periodDays, type ReportPeriod } from '../../report/check/report-period.ts';
import { type Draft, type Paragraph, type SetUnit, writeParagraph } from './draft.ts';
import texts from './form-pieces.json' with { type: 'json' };
import type { SetStyle } from './set-style.ts';

type Random = () => number;
const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
const roman = ['I', 'II', 'III', 'IV'];

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

/** An office's standing activities: reported every quarter in the same words, with the quarter's own numbers. */
const houseOf = (unit: SetUnit): string[] =>
  texts.house.filter((_, at) => (unit.code.charCodeAt(4) + unit.code.charCodeAt(3) + at) % 2 === 0);

const writer = (random: Random, unit: SetUnit) => (list: readonly string[]) =>
  list.map((template) => writeParagraph(random, template, unit));

function busy(random: Random, unit: SetUnit, period: ReportPeriod): Draft {
  const write = writer(random, unit);
  const events = shuffled(random, texts.events).slice(0, 1 + Math.floor(random() * 4));
  return {
    unit,
    period,
    handedIn: periodDays(period).to + 2 + Math.floor(random() * 12),
    opening: write(texts.opening),
    activities: write([...houseOf(unit), ...events]),
    issues: write(shuffled(random, texts.issues).slice(0, 1 + Math.floor(random() * 2))),
    obstacles: write(texts.obstacles.slice(0, 1 + (unit.districts % 4))),
    plans: write(texts.plans.slice(0, 1 + (unit.staff % 4))),
    closing: write(texts.closing),
    figures: texts.rows.map(([, most]) => Math.floor(random() * Number(most)) + 1),
    still: [unit.districts, unit.staff],
    style: unit.style,
  };
}

/** Small figures, of which some return by chance; the text of the quarter before, with the quarter's own few numbers. */
function quiet(random: Random, unit: SetUnit, period: ReportPeriod, like: Draft | null): Draft {
  const write = writer(random, unit);
  const base = busy(random, unit, period);
  const again = (paragraphs: readonly Paragraph[]) => write(paragraphs.map(({ template }) => template));
  const figures = texts.rows.map(([, most]) =>
    Math.floor(random() * random() * (Number(most) > 100 ? 12 : 3)),
  );
  if (like)
    return {
      ...base,
      figures: random() < 0.3 ? like.figures : figures,
      activities: random() < 0.4 ? like.activities : again(like.activities),
      issues: again(like.issues),
    };
  return {
    ...base,
    figures,
    activities: write([
      ...shuffled(random, texts.quietHouse).slice(0, 3),
      ...shuffled(random, texts.quietEvents).slice(0, 2),
    ]),
    issues: write([texts.quietIssues[Math.floor(random() * 2)]!]),
  };
}

const dayText = (day: number, style: number): string => {
  const date = new Date(day * 86_400_000);
  const [d, m, y] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  return style % 2 === 0 ? `${d} ${months[m]} ${y}` : `${d} ${months[m]!.slice(0, 3)} ${y}`;
};

function render(draft: Draft): string {
  const { unit, period, style, figures } = draft;
  const start = periodDays(period).from;
  const written = (list: readonly Paragraph[]) =>
    list.map(({ text }) =>
      text.replace(/⟦(-?\d+)⟧/gu, (_, day: string) => dayText(start + Number(day), style)),
    );
  const numbered = (list: readonly Paragraph[]) =>
    written(list)
      .map((text, at) => `${at + 1}. ${text}`)
      .join('\n');
  const quarter = roman[period.quarter! - 1];
  const rows = texts.rows.map(([label], at) => `| ${at + 1} | ${label} | ${figures[at]} |`).join('\n');
  return `# LAPORAN TRIWULAN ${quarter} TAHUN ${period.year}

- Unit: KPU ${unit.name} (${unit.code})
- Periode: Triwulan ${quarter} ${period.year}
- Tanggal: ${dayText(draft.handedIn, 0)}

## A. Pendahuluan

${written(draft.opening).join('\n\n')}

## B. Rekapitulasi

| No. | Uraian | Jumlah |
|---|---|---|
${rows}

## C. Uraian kegiatan

${numbered(draft.activities)}

## D. Pemantauan opini publik

${written(draft.issues).join('\n\n')}

## E. Kendala

${numbered(draft.obstacles)}

## F. Rencana tindak lanjut

${numbered(draft.plans)}

## G. Penutup

${written(draft.closing).join('\n\n')}
`;
}

/** Another hand: long standing paragraphs, terse numbered lists, the same activities every quarter with new numbers. */
export const formStyle: SetStyle = {
  busy,
  quiet,
  render,
  synonyms: texts.synonyms as [string, string][],
};
