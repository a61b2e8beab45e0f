import { describe, expect, it } from 'vitest';
import { longerTexts, wordCount } from './bench-items.ts';

const ofWords = (count: number): string => Array.from({ length: count }, (_, i) => `kata${i}`).join(' ');
const mean = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + wordCount(text), 0) / texts.length;

describe('longerTexts', () => {
  const texts = [40, 2, 30, 5, 1, 20, 10].map(ofWords);

  it('leaves the shortest out until the mean is reached, in the order given', () => {
    const kept = longerTexts(texts, 25);
    expect(kept).toEqual([40, 30, 20, 10].map(ofWords));
    expect(mean(kept)).toBe(25);
  });

  it('keeps all where they are long enough, and for 0', () => {
    expect(longerTexts(texts, 15)).toEqual(texts);
    expect(longerTexts(texts, 0)).toEqual(texts);
  });
});
