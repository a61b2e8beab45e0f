import { fullText } from '../../shared/domain/full-text.ts';
import type { Labels } from '../../shared/domain/labels.ts';
import type { ToneModel } from '../../shared/ports/tone-model.ts';
import type { Enricher } from '../enrich/enrich-item.ts';

type Enriched = ReturnType<Enricher['enrich']>;

/**
 * The items with the mood that an operator's own model reads, one call for the batch. The words stay where both models
 * agree: another model's words would explain nothing. Without one the items are as they were.
 */
export async function withMoods<T extends Enriched>(items: readonly T[], model?: ToneModel): Promise<T[]> {
  if (!model || items.length === 0) return [...items];
  const moods = await model.read(items.map(fullText));
  return items.map((item, i): T => {
    const { value, confidence } = moods[i]!;
    const before = item.labels.textTone;
    const textTone: Labels['textTone'] = {
      ...before,
      value,
      confidence,
      words: before.value === value ? before.words : [],
    };
    return { ...item, labels: { ...item.labels, textTone } };
  });
}
