import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import { issueIds, itemQuery, type OpinionMapInput } from './input.ts';
import { issuesInSpan } from './issue-section.ts';
import { sayWhole, verdictNames } from './say.ts';
import { makeTable } from './table.ts';
import { emptyTally } from './tally-items.ts';

/** Verdicts by which an issue counts; partly true is no hoax, and the machine's hint alone never makes one. */
const hoaxVerdicts = new Set(['salah', 'menyesatkan']);

/** Longer lists are read in the issue feed. */
const mostClaims = 15;

/** Issues people have judged false or misleading, and the items that spread them: two numbers, always both. */
export function hoaxCounts(input: OpinionMapInput): {
  issues: number;
  content: number;
  indicated: number;
  ids: string[];
} {
  const judged = issuesInSpan(input).filter(({ verdict }) => hoaxVerdicts.has(verdict));
  const content = judged.reduce(
    (sum, { id }) => sum + (input.current.byIssue.get(id)?.stance.menyebarkan ?? 0),
    0,
  );
  return {
    issues: judged.length,
    content,
    indicated: input.current.all.indicated,
    ids: judged.map(({ id }) => issueIds(input, id)),
  };
}

export function hoaxSection(input: OpinionMapInput): ReportSection {
  const { issues, content, indicated } = hoaxCounts(input);
  const listed = issuesInSpan(input).filter(
    ({ verdict, id }) =>
      verdict !== 'belum_diperiksa' || (input.current.byIssue.get(id)?.stance.menyebarkan ?? 0) > 0,
  );
  const spread = (id: string) => input.current.byIssue.get(id)?.stance.menyebarkan ?? 0;
  // Judged ones first, then what is spread most: the reader looks for what to check next.
  const order = listed.toSorted(
    (a, b) =>
      Number(b.verdict !== 'belum_diperiksa') - Number(a.verdict !== 'belum_diperiksa') ||
      spread(b.id) - spread(a.id),
  );
  const rows = order.slice(0, mostClaims).map(({ id, number, title, verdict }) => {
    const { stance } = input.current.byIssue.get(id) ?? emptyTally();
    return {
      cells: [
        number,
        title,
        verdictNames[verdict] ?? verdict,
        stance.menyebarkan,
        stance.membantah,
        stance.bertanya,
        stance.memberitakan,
      ],
      query: itemQuery(input, { issue: issueIds(input, id), stance: 'menyebarkan' }),
    };
  });
  return {
    id: 'hoaxes',
    title: 'Hoaks dan informasi menyesatkan',
    paragraphs: [
      `${issues === 0 ? 'Belum ada isu yang divonis salah atau menyesatkan.' : `${sayWhole(issues)} isu divonis salah atau menyesatkan, dengan ${sayWhole(content)} unggahan yang menyebarkannya.`} ${sayWhole(indicated)} unggahan unik diberi indikasi oleh mesin; indikasi berarti mirip klaim yang beredar dan perlu diperiksa, bukan vonis.`,
    ],
    charts: [],
    tables: [
      makeTable(
        'hoaxes',
        'Klaim: isu dan kontennya',
        [
          ['number', 'Nomor', 'text'],
          ['title', 'Isu', 'text'],
          ['verdict', 'Vonis', 'text', 'Ditetapkan petugas yang berwenang, bukan oleh mesin.'],
          [
            'spreading',
            'Menyebarkan',
            'integer',
            'Unggahan, termasuk unggahan ulang, yang menyatakan atau meneruskan klaim.',
          ],
          ['denying', 'Membantah', 'integer', 'Unggahan yang pesan utamanya bahwa klaim keliru.'],
          ['asking', 'Bertanya', 'integer', 'Unggahan yang sungguh bertanya.'],
          ['reporting', 'Memberitakan', 'integer', 'Unggahan yang memberitakan tanpa memihak.'],
        ],
        rows,
        'Tidak ada klaim yang divonis atau disebarkan pada periode ini.',
      ),
    ],
  };
}
