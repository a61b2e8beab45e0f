import { dayMs, hourMs, type Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import type { OpinionMapInput } from './input.ts';
import { issuesInSpan } from './issue-section.ts';
import { fewestForTone } from './measures.ts';
import { topicInText } from './say.ts';
import { makeTable, type Row } from './table.ts';

/** Those of issues: as many as the report shows; the rest is in the issue feed. Topics and sources come besides. */
const mostForIssues = 5;
/** Sincere questions on one issue from which an explainer is worth writing [D]. */
const manyQuestions = 10;
/** Share of negative items from which a topic is worth a plan of its own [D]. */
const manyNegative = 0.4;

/** Hours until the next step by level, from the response clock [DOMAIN]. */
const hoursByLevel = { kritis: 4, tinggi: 6, sedang: 24, rendah: 7 * 24 } as const;

interface Advice {
  text: string;
  why: string;
  owner: string;
  by: Instant;
}

const humas = 'Humas unit';

function forIssue(issue: Issue, { generatedAt, current }: OpinionMapInput): Advice[] {
  const owner = issue.owner ?? humas;
  const advices: Advice[] = [];
  const open = ['new', 'triaged', 'verifying', 'drafting', 'approval'].includes(issue.state);
  const by = generatedAt + hoursByLevel[issue.risk.level] * hourMs;
  if (open && (issue.risk.level === 'kritis' || issue.risk.level === 'tinggi'))
    advices.push({
      text: `Selesaikan tanggapan atas ${issue.number} "${issue.title}".`,
      why: `Risiko ${issue.risk.level}. ${issue.priority.nextStep}`,
      owner,
      by,
    });
  const questions = current.byIssue.get(issue.id)?.stance.bertanya ?? 0;
  if (questions >= manyQuestions)
    advices.push({
      text: `Siapkan penjelasan singkat untuk ${issue.number} "${issue.title}".`,
      why: `${questions} unggahan bertanya.`,
      owner,
      by: generatedAt + 2 * dayMs,
    });
  return advices;
}

function forTopics({ current, generatedAt }: OpinionMapInput): Advice[] {
  return [...current.byTopic]
    .filter(([topic, { positive, neutral, negative }]) => {
      const n = positive + neutral + negative;
      return topic !== 'lainnya' && n >= fewestForTone && negative / n >= manyNegative;
    })
    .toSorted(([, a], [, b]) => b.negative - a.negative)
    .slice(0, 2)
    .map(([topic, { negative }]) => ({
      text: `Susun bahan penjelasan tentang ${topicInText(topic)}.`,
      why: `${negative} unggahan unik negatif, bagian terbesar percakapan topik ini bernada kurang baik.`,
      owner: humas,
      by: generatedAt + 7 * dayMs,
    }));
}

function forSources({ sources, generatedAt }: OpinionMapInput): Advice[] {
  const broken = sources.filter(
    ({ health }) => health !== null && ['failing', 'blocked', 'silent'].includes(health.state),
  );
  if (broken.length === 0) return [];
  const names = broken.slice(0, 3).map(({ source }) => source.name);
  return [
    {
      text: `Pulihkan ${broken.length} sumber yang tidak terbaca (${names.join(', ')}${broken.length > 3 ? ', …' : ''}).`,
      why: 'Yang tidak terkumpul tidak terlihat di laporan ini.',
      owner: 'Admin unit',
      by: generatedAt + 2 * dayMs,
    },
  ];
}

function advise(input: OpinionMapInput): Advice[] {
  const all = [
    ...issuesInSpan(input)
      .flatMap((issue) => forIssue(issue, input))
      .slice(0, mostForIssues),
    ...forTopics(input),
    ...forSources(input),
  ];
  if (all.length > 0) return all;
  const { generatedAt } = input;
  return [
    {
      text: 'Lanjutkan pemantauan harian dan sosialisasi sesuai tahapan.',
      why: 'Tidak ada isu berisiko tinggi yang terbuka.',
      owner: humas,
      by: generatedAt + 7 * dayMs,
    },
  ];
}

/** What to do next, by rules, each with an owner and a date. Nothing here scores a party or a candidate. */
export function recommendationSection(input: OpinionMapInput): ReportSection {
  const rows = advise(input).map(
    (advice, index): Row => ({
      cells: [index + 1, advice.text, advice.why, advice.owner, advice.by],
    }),
  );
  return {
    id: 'recommendations',
    title: 'Rekomendasi',
    paragraphs: ['Disusun menurut aturan dari angka laporan ini; keputusan tetap pada pimpinan.'],
    charts: [],
    tables: [
      makeTable(
        'recommendations',
        'Rekomendasi',
        [
          ['number', 'No.', 'integer'],
          ['text', 'Rekomendasi', 'text'],
          ['why', 'Alasan', 'text'],
          ['owner', 'Penanggung jawab', 'text'],
          ['by', 'Paling lambat', 'instant'],
        ],
        rows,
        '',
      ),
    ],
  };
}
