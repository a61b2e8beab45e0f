import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js';
import type { ToneRow } from '../../pipelines/evaluate/tone.ts';
import type { Yardstick } from './bench.ts';

/** Rows the yardstick learns from: all 30,288 would take minutes. */
const YARDSTICK_ROWS = 3_000;
/** Texts the yardstick is timed on: it reads a few hundred a second. */
const YARDSTICK_TEXTS = 300;

/** Texts per second of natural's Bayes classifier, trained on the first rows and timed on the last. */
export function timeYardstick(rows: readonly ToneRow[]): Yardstick {
  // Its own default stemmer is English; the stems are made outside the measured time, in the yardstick's favour.
  const stems = (text: string) =>
    text
      .toLowerCase()
      .split(/\W+/)
      .filter(Boolean)
      .map((word) => stemmer.stem(word));
  const classifier = new BayesClassifier();
  for (const { text, label } of rows.slice(0, YARDSTICK_ROWS)) classifier.addDocument(stems(text), label);
  classifier.train();
  const texts = rows.slice(-YARDSTICK_TEXTS).map(({ text }) => stems(text));
  const startedAt = performance.now();
  for (const text of texts) classifier.classify(text);
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    name: `natural BayesClassifier, ${YARDSTICK_ROWS} rows`,
    itemsPerSecond: Math.round(texts.length / seconds),
  };
}
