import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import { labelsSchema } from '../../shared/domain/labels.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { benchItems } from './bench-items.ts';

export interface Filling {
  texts: readonly string[];
  count: number;
  /** Of the last item; the first is a week before. */
  end: number;
}

const topics = ['logistik', 'dpt', 'sirekap', 'rekapitulasi', 'keamanan'] as const;
const tones = ['neutral', 'negative', 'neutral', 'positive', 'negative'] as const;
/** One issue per this many items: the public posts gave about one per 60 when they were linked. */
const itemsPerIssue = 60;

const judged = <T>(value: T) => ({ value, confidence: 0.9, words: ['kpu', 'suara'], by: 'machine' });

/** Items about KPU of every topic, tone and province, linked, straight into the index: what a report reads. */
export async function fillIndex(
  index: Pick<ItemIndex, 'put'>,
  { texts, count, end }: Filling,
): Promise<void> {
  let batch: IndexedItem[] = [];
  let n = 0;
  for (const item of benchItems(texts, count, end, count / 7)) {
    batch.push({
      ...item,
      labels: labelsOf(n),
      storyId: `cerita-${Math.floor(n / 8)}`,
      issueId: `issue-${String(1 + (n % Math.ceil(count / itemsPerIssue))).padStart(3, '0')}`,
      duplicateOf: n % 6 === 0 ? 'f'.repeat(32) : null,
      linkedAt: item.publishedAt,
      bandKeys: [],
    });
    n += 1;
    if (batch.length < 500) continue;
    await index.put(batch);
    batch = [];
  }
  await index.put(batch);
}

const labelsOf = (n: number) =>
  labelsSchema.parse({
    language: judged('id'),
    target: { ...judged(true), unit: null },
    tone: { ...judged(tones[n % tones.length]), needsReview: n % 9 === 0 },
    textTone: judged('neutral'),
    criticism: judged(n % 4 === 0),
    stance: judged(n % 7 === 0 ? 'menyebarkan' : 'none'),
    topic: judged(topics[n % topics.length]),
    indication: { score: 0.1, raised: n % 40 === 0, reasons: [] },
    places: [{ code: ['35.73', '32.01', '73.71', '91.71', '31'][n % 5], from: 'text', words: ['malang'] }],
    entities: [{ kind: 'office', name: 'Ketua KPU' }],
    abusive: false,
  });
