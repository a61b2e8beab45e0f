import { unitName } from '../../../shared/areas/units.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { ReportSection } from '../../../shared/domain/opinion-map.ts';
import type { OpinionMapInput } from './input.ts';
import { sayList, stateNames, topicInText, verdictNames } from './say.ts';
import { makeTable } from './table.ts';

/** Sentences of the texts themselves that are shown for each tone. */
const mostSentences = 3;

interface Event {
  at: Instant;
  what: string;
  detail: string;
}

function eventsOf({ responses, clarifications, alerts, span }: OpinionMapInput, issue: Issue): Event[] {
  const [response] = responses;
  const step = (at: Instant | null | undefined, what: string): Event[] =>
    at === null || at === undefined ? [] : [{ at, what, detail: '' }];
  return [
    { at: issue.firstAt, what: 'Unggahan pertama', detail: '' },
    ...alerts
      .filter(({ at }) => at >= span.from && at < span.to)
      .map(({ at, sentence }) => ({ at, what: 'Peringatan', detail: sentence })),
    ...step(response?.triagedAt, 'Dipilah'),
    ...step(response?.holdingAt, 'Pernyataan sementara'),
    ...clarifications.map(({ publishedAt, title }) => ({
      at: publishedAt,
      what: 'Klarifikasi terbit',
      detail: title,
    })),
    { at: issue.lastAt, what: 'Unggahan terakhir', detail: '' },
  ].toSorted((a, b) => a.at - b.at);
}

/** What the issue is, where it stands and what happened, in order; only in the dossier of an issue. */
export function journeySection(input: OpinionMapInput, issue: Issue): ReportSection {
  const { risk, sentences } = issue;
  const quotes = (['negative', 'neutral', 'positive'] as const).flatMap((tone) =>
    sentences[tone].slice(0, mostSentences).map((text) => ({
      cells: [{ negative: 'negatif', neutral: 'netral', positive: 'positif' }[tone], text],
    })),
  );
  const places = issue.areas.map(unitName);
  return {
    id: 'journey',
    title: issue.title,
    paragraphs: [
      `Status ${stateNames[issue.state] ?? issue.state}; risiko ${risk.level} (nilai ${risk.score}); ${issue.verdict === 'belum_diperiksa' ? 'belum diperiksa' : `vonis ${verdictNames[issue.verdict]}`}. Topik ${topicInText(issue.topic)}${places.length === 0 ? '' : `; wilayah ${sayList(places.slice(0, 8))}`}.`,
      ...(issue.summary === '' ? [] : [issue.summary]),
      `${issue.priority.reason} Langkah berikutnya: ${issue.priority.nextStep}`,
    ],
    charts: [],
    tables: [
      makeTable(
        'journey',
        'Perjalanan isu',
        [
          ['at', 'Waktu', 'instant'],
          ['what', 'Peristiwa', 'text'],
          ['detail', 'Keterangan', 'text'],
        ],
        eventsOf(input, issue).map(({ at, what, detail }) => ({
          cells: [at, what, detail === '' ? '–' : detail],
        })),
        'Belum ada peristiwa.',
      ),
      makeTable(
        'quotes',
        'Kalimat yang mewakili',
        [
          ['tone', 'Nada', 'text', 'Nada terhadap KPU atau unit.'],
          ['text', 'Kalimat', 'text', 'Kutipan dari unggahan; penulis pribadi disamarkan.'],
        ],
        quotes,
        'Belum ada kalimat yang mewakili.',
      ),
    ],
  };
}
