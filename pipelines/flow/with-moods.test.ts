import { describe, expect, it } from 'vitest';
import type { ToneModel } from '../../shared/ports/tone-model.ts';
import { buildIndexedItem, buildLabels } from '../../shared/testing/build-item.ts';
import { withMoods } from './with-moods.ts';

const mood = (value: 'positive' | 'negative') => ({
  value,
  confidence: 0.6,
  words: ['mantap'],
  by: 'machine' as const,
});
const items = [
  buildIndexedItem({
    nativeId: 'a',
    title: 'Judul',
    text: 'antre',
    labels: buildLabels({ textTone: mood('positive') }),
  }),
  buildIndexedItem({ nativeId: 'b', labels: buildLabels({ textTone: mood('negative') }) }),
];

describe('withMoods', () => {
  it('changes nothing without a model', async () => {
    expect(await withMoods(items)).toEqual(items);
  });

  it('takes the model’s mood of title and text, in one call, and leaves the tone towards KPU alone', async () => {
    const calls: (readonly string[])[] = [];
    const model: ToneModel = {
      name: 'own',
      async read(texts) {
        calls.push(texts);
        return texts.map(() => ({ value: 'negative', confidence: 0.97 }));
      },
      close: async () => {},
    };
    const [first, second] = await withMoods(items, model);
    expect(calls).toEqual([['Judul\nantre', items[1]!.text]]);
    expect(first!.labels.textTone).toMatchObject({ value: 'negative', confidence: 0.97, words: [] });
    expect(second!.labels.textTone.words).toEqual(['mantap']);
    expect(first!.labels.tone).toEqual(items[0]!.labels.tone);
  });
});
