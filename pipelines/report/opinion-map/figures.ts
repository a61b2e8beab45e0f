import type { ReportFigure } from '../../../shared/domain/opinion-map.ts';
import { hoaxCounts } from './hoax-section.ts';
import { issueQuery, itemQuery, type OpinionMapInput } from './input.ts';
import { issuesInSpan } from './issue-section.ts';
import { changeOf, fewestForTone, negativeShare, netTone, quantile, toneTotal } from './measures.ts';
import { sayChange, sayDuration, sayShare, saySigned, sayWhole } from './say.ts';

const tooFew = (n: number): string => `tidak ditampilkan (n = ${n} < ${fewestForTone})`;

function volumeFigures(input: OpinionMapInput): ReportFigure[] {
  const { current, previous } = input;
  const change = changeOf(current.all.items, previous.all.items);
  return [
    {
      key: 'items',
      label: 'Unggahan',
      value: current.all.items,
      text: sayWhole(current.all.items),
      definition: 'Semua unggahan tentang KPU atau unit pada periode ini, termasuk unggahan ulang.',
      query: itemQuery(input),
    },
    {
      key: 'unique',
      label: 'Unggahan unik',
      value: current.all.unique,
      text: sayWhole(current.all.unique),
      definition: 'Unggahan tanpa unggahan ulang yang hampir sama.',
      query: itemQuery(input, { unique: 'true' }),
    },
    {
      key: 'change',
      label: 'Perubahan volume',
      value: change,
      text: change === null ? 'tidak ada pembanding' : change === 0 ? 'tetap' : sayChange(change),
      definition:
        'Selisih unggahan dengan periode sebelumnya yang sama panjang, dibagi unggahan periode sebelumnya.',
      query: itemQuery(input, {
        from: new Date(input.span.previousFrom).toISOString(),
        to: new Date(input.span.from).toISOString(),
      }),
    },
  ];
}

function toneFigures(input: OpinionMapInput): ReportFigure[] {
  const { all } = input.current;
  const n = toneTotal(all);
  const tone = netTone(all);
  const negative = negativeShare(all);
  return [
    {
      key: 'netTone',
      label: 'Nada bersih',
      value: tone?.value ?? null,
      text: tone
        ? `${saySigned(tone.value)} (95%: ${saySigned(tone.low)} s.d. ${saySigned(tone.high)}; n = ${sayWhole(n)})`
        : tooFew(n),
      definition:
        'Dari −100 (semua negatif) sampai 100 (semua positif): 100 × (positif − negatif) / (positif + netral + negatif) atas unggahan unik. Selang 95%: nilai yang masih wajar dari unggahan sebanyak n.',
      query: itemQuery(input, { unique: 'true' }),
    },
    {
      key: 'negativeShare',
      label: 'Bagian negatif',
      value: negative,
      text: negative === null ? tooFew(n) : sayShare(negative),
      definition: 'Unggahan unik negatif dibagi semua unggahan unik yang bernada.',
      query: itemQuery(input, { unique: 'true', tone: 'negative' }),
    },
  ];
}

/** The numbers of the head, in reading order. */
export function headFigures(input: OpinionMapInput): ReportFigure[] {
  const figures = allFigures(input);
  // Counts of issues say nothing in the dossier of one.
  return input.issue === null ? figures : figures.filter(({ key }) => !ofManyIssues.has(key));
}

const ofManyIssues = new Set(['issues', 'highRisk', 'hoaxIssues', 'hoaxContent']);

function allFigures(input: OpinionMapInput): ReportFigure[] {
  const issues = issuesInSpan(input);
  const hoaxes = hoaxCounts(input);
  const clarified = input.responses.flatMap(({ detectedAt, clarifiedAt }) =>
    clarifiedAt === null ? [] : [clarifiedAt - detectedAt],
  );
  const median = quantile(clarified, 0.5);
  const pushed = input.alerts.filter(
    ({ push, at }) => push && at >= input.span.from && at < input.span.to,
  ).length;
  const ofHoaxes =
    hoaxes.issues === 0 ? null : itemQuery(input, { issue: hoaxes.ids.join(','), stance: 'menyebarkan' });
  const count = (
    [key, label, definition]: readonly [string, string, string],
    value: number,
    query: string | null,
  ): ReportFigure => ({
    key,
    label,
    value,
    text: sayWhole(value),
    definition,
    query,
  });
  return [
    ...volumeFigures(input),
    ...toneFigures(input),
    count(
      [
        'issues',
        'Isu',
        'Isu yang berlangsung pada periode ini: unggahan pertamanya sebelum akhir dan terakhirnya sesudah awal periode.',
      ],
      issues.length,
      issueQuery(input),
    ),
    count(
      ['highRisk', 'Isu risiko tinggi atau kritis', 'Isu dengan tingkat risiko tinggi atau kritis.'],
      issues.filter(({ risk }) => risk.level === 'tinggi' || risk.level === 'kritis').length,
      issueQuery(input, { level: 'tinggi,kritis' }),
    ),
    count(
      [
        'hoaxIssues',
        'Hoaks: isu',
        'Isu yang divonis salah atau menyesatkan; yang sebagian benar bukan hoaks.',
      ],
      hoaxes.issues,
      ofHoaxes,
    ),
    count(
      ['hoaxContent', 'Hoaks: konten', 'Unggahan yang menyebarkan isu-isu itu, termasuk unggahan ulang.'],
      hoaxes.content,
      ofHoaxes,
    ),
    count(
      [
        'alerts',
        'Peringatan terkirim',
        'Peringatan yang cukup keras untuk dikirim ke petugas pada periode ini.',
      ],
      pushed,
      `/v1/alerts?from=${encodeURIComponent(new Date(input.span.from).toISOString())}`,
    ),
    {
      key: 'clarified',
      label: 'Separuh klarifikasi terbit dalam',
      value: median === null ? null : Math.round(median / 60_000),
      text: median === null ? 'belum ada' : sayDuration(median),
      definition:
        'Dari deteksi pertama sampai klarifikasi terbit, dalam menit (median): separuhnya selesai dalam waktu ini atau kurang.',
      query: issueQuery(input, { state: 'published,monitored,closed' }),
    },
  ];
}
