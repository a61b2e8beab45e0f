import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import { drawToneBars } from '../charts/bars.ts';
import { itemQuery, type OpinionMapInput, rowsOf } from './input.ts';
import { sayWhole, topicNames } from './say.ts';
import { makeTable, toneColumns } from './table.ts';

/** Topics by tone. Each item has one topic. */
export function topicSection(input: OpinionMapInput): ReportSection {
  const { byTopic } = input.current;
  const name = (topic: string) => topicNames[topic] ?? topic;
  const sorted = [...byTopic].toSorted(([, a], [, b]) => b.items - a.items);
  const [first] = sorted;
  return {
    id: 'topics',
    title: 'Topik menurut nada',
    paragraphs: first
      ? [
          `Topik terbanyak: ${name(first[0])} dengan ${sayWhole(first[1].items)} unggahan, ${sayWhole(first[1].negative)} unggahan unik negatif.`,
        ]
      : ['Setiap unggahan mendapat satu topik menurut isinya.'],
    charts: first
      ? [
          {
            id: 'topics',
            title: 'Unggahan unik per topik menurut nada',
            alt: `Terbanyak: ${name(first[0])}. Angka lengkap ada di tabel.`,
            ...drawToneBars(sorted.map(([topic, tally]) => ({ ...tally, label: name(topic) }))),
          },
        ]
      : [],
    tables: [
      makeTable(
        'topics',
        'Topik menurut nada',
        [['topic', 'Topik', 'text', 'Satu topik per unggahan, menurut isinya.'], ...toneColumns],
        rowsOf(byTopic, name, (topic) => itemQuery(input, { topic })),
        'Tidak ada unggahan pada periode ini.',
      ),
    ],
  };
}
