import { describe, expect, it } from 'vitest';
import { hashedWord } from '../enrich/model/hashed-word.ts';
import { createLinearModel, softmax } from '../enrich/model/linear-model.ts';
import { createTextScorer } from '../enrich/model/score-text.ts';
import { mergeHeads, UnlikeHeadsError } from './merge-heads.ts';
import { trainLinearParts } from './train-linear.ts';

const texts = ['pelayanan ramah sekali', 'petugas ramah', 'antrean kacau', 'data kacau sekali'];
const train = (name: string, labels: readonly string[], bits = 10) =>
  trainLinearParts({
    name,
    rows: texts.map((text, i) => ({ text, label: labels[i]! })),
    classes: [...new Set(labels)],
    features: { bits },
    folds: 0,
  });
const tone = train('tone', ['good', 'good', 'bad', 'bad']);
const topic = train('topic', ['service', 'staff', 'queue', 'data']);

describe('mergeHeads', () => {
  it('gives each head the probabilities it had alone', () => {
    const merged = createTextScorer(mergeHeads('both', [tone, topic]));
    for (const written of [['petugas', 'ramah'], ['kacau'], ['lain']]) {
      const words = written.map(hashedWord);
      const { scores } = merged.score(words, []);
      const alone = createLinearModel(tone).predictWords(words);
      softmax(scores.slice(0, 2), 1).forEach((p, i) => {
        expect(p).toBeCloseTo(alone[i]!, 5);
      });
      const second = createLinearModel(topic).predictWords(words);
      softmax(scores.slice(2), 1).forEach((p, i) => {
        expect(p).toBeCloseTo(second[i]!, 5);
      });
    }
  });

  it('names classes by head and refuses heads of unlike features', () => {
    expect(mergeHeads('both', [tone, topic]).header.classes.slice(0, 3)).toEqual([
      'tone: good',
      'tone: bad',
      'topic: service',
    ]);
    expect(() => mergeHeads('both', [tone, train('topic', ['a', 'a', 'b', 'b'], 11)])).toThrow(
      UnlikeHeadsError,
    );
    expect(() => mergeHeads('none', [])).toThrow(UnlikeHeadsError);
  });
});
