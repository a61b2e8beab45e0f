import type { Issue } from '../../../shared/domain/issue.ts';
import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import { issueIds, itemQuery, type OpinionMapInput } from './input.ts';
import { negativeShare } from './measures.ts';
import { stateNames, verdictNames } from './say.ts';
import { makeTable } from './table.ts';
import { emptyTally } from './tally-items.ts';

/** As many as a leader reads; the rest is in the issue feed. */
const topIssues = 5;

/** Matters that ran in the span, highest priority first. */
export const issuesInSpan = ({ issues }: OpinionMapInput): Issue[] =>
  issues.toSorted((a, b) => b.priority.score - a.priority.score || (a.number < b.number ? -1 : 1));

const answered = new Set(['published', 'monitored', 'answered', 'closed']);

function doneSo(input: OpinionMapInput, { number, state, priority }: Issue): string {
  const clarification = input.clarifications.find(({ issueNumber }) => issueNumber === number);
  if (clarification) return `Klarifikasi: ${clarification.title}`;
  if (answered.has(state) || state === 'dismissed') return stateNames[state] ?? state;
  return `${stateNames[state] ?? state}; berikutnya: ${priority.nextStep}`;
}

/** The reason without the title and place it opens with: they stand in the same row. */
const withoutTitle = (reason: string): string => {
  const rest = /^"[^"]*"[^:]{0,80}: (.+)$/su.exec(reason)?.[1];
  return rest === undefined ? reason : rest.charAt(0).toUpperCase() + rest.slice(1);
};

export function issueSection(input: OpinionMapInput): ReportSection {
  const sorted = issuesInSpan(input);
  const open = sorted.filter(({ state }) => !answered.has(state) && state !== 'dismissed').length;
  const rows = sorted.slice(0, topIssues).map((issue) => {
    const tally = input.current.byIssue.get(issue.id) ?? emptyTally();
    return {
      cells: [
        issue.number,
        issue.title,
        stateNames[issue.state] ?? issue.state,
        issue.risk.level,
        issue.risk.score,
        tally.items,
        tally.unique,
        negativeShare(tally),
        verdictNames[issue.verdict] ?? issue.verdict,
        withoutTitle(issue.priority.reason),
        doneSo(input, issue),
      ],
      query: itemQuery(input, { issue: issueIds(input, issue.id) }),
    };
  });
  return {
    id: 'issues',
    title: 'Lima isu teratas',
    paragraphs:
      sorted.length === 0
        ? ['Isu diurutkan menurut prioritas.']
        : [
            `${sorted.length} isu berlangsung pada periode ini; ${open} di antaranya belum terjawab. Urutan menurut prioritas.`,
          ],
    charts: [],
    tables: [
      makeTable(
        'issues',
        'Isu teratas',
        [
          ['number', 'Nomor', 'text'],
          ['title', 'Isu', 'text'],
          ['state', 'Status', 'text'],
          [
            'level',
            'Risiko',
            'text',
            'Tingkat risiko: kemungkinan × dampak, 1–4 rendah, 5–9 sedang, 10–14 tinggi, 15–25 kritis.',
          ],
          ['score', 'Nilai risiko', 'integer', 'Kemungkinan (1–5) × dampak (1–5).'],
          ['items', 'Unggahan', 'integer', 'Unggahan isu ini pada periode laporan, termasuk unggahan ulang.'],
          ['unique', 'Unik', 'integer', 'Unggahan isu ini tanpa unggahan ulang.'],
          [
            'negativeShare',
            'Bagian negatif',
            'share',
            'Tidak ditampilkan bila kurang dari 30 unggahan unik.',
          ],
          ['verdict', 'Vonis', 'text', 'Ditetapkan petugas yang berwenang, bukan oleh mesin.'],
          ['reason', 'Alasan prioritas', 'text'],
          ['done', 'Tindakan', 'text'],
        ],
        rows,
        'Tidak ada isu dengan unggahan pada periode ini.',
      ),
    ],
  };
}
