import { describe, expect, it } from 'vitest';
import { joinPostLabels, postLabelSchema } from './labelled-posts.ts';
import { rowWarnings, sameTextKey } from './row-warnings.ts';

describe('warnings about rows', () => {
  const rows = [
    { text: 'TPS rapi sekali', label: 'positive' },
    { text: 'Antre lama!', label: 'negative' },
  ];

  it('says how many held-out texts are trained on, whatever their case, spaces and marks', () => {
    expect(rowWarnings(rows, [{ text: 'tps RAPI, sekali.' }, { text: 'lain' }])).toEqual([
      '1 of 2 held-out texts are in the training too: their figures will flatter',
    ]);
    expect(rowWarnings(rows, [{ text: 'lain' }])).toEqual([]);
  });

  it('says which texts stand there with two labels; the same label twice is no dispute', () => {
    expect(rowWarnings([...rows, { text: 'antre lama', label: 'neutral' }])).toEqual([
      '1 texts stand in the training with different labels',
    ]);
    expect(rowWarnings([...rows, { text: 'antre lama', label: 'negative' }])).toEqual([]);
  });

  it('tells texts without letters apart by their signs', () => {
    expect(sameTextKey('😀')).not.toBe(sameTextKey('😡'));
  });
});

describe('labels of posts known by a digest', () => {
  const keyOf = (text: string) => text.length.toString(16).padStart(16, '0');

  it('finds each text by its key and counts those without one', () => {
    const label = (key: string) => postLabelSchema.parse({ key, label: 'neutral', source: 's' });
    expect(joinPostLabels([label(keyOf('abc')), label(keyOf('abcd'))], ['abc', 'a'], keyOf)).toEqual({
      rows: [{ text: 'abc', label: 'neutral', source: 's' }],
      missing: 1,
    });
  });

  it('refuses a key, a label or a field of another kind', () => {
    for (const wrong of [{ key: 'xyz' }, { label: 'good' }, { text: 'no text is kept' }])
      expect(
        postLabelSchema.safeParse({ key: '0'.repeat(16), label: 'neutral', source: 's', ...wrong }).success,
      ).toBe(false);
  });
});
