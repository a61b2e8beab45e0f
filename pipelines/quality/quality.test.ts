import { describe, expect, it } from 'vitest';
import type { MachineLabels } from '../../shared/domain/correction.ts';
import { decodeModelParts, encodeModelParts } from '../enrich/model/linear-model-format.ts';
import type { TargetRow } from '../evaluate/target.ts';
import { trainLinear } from '../train/train-linear.ts';
import { reliability } from './calibration.ts';
import { confusion } from './confusion.ts';
import { createKnownWords, driftOf, lengthStep, placeOf, stabilityIndex, traitsOf } from './drift.ts';
import { measureSet } from './measure-set.ts';

const judged = (confidence: number, right: boolean, needsReview = false) => ({
  confidence,
  right,
  needsReview,
});

describe('reliability', () => {
  it('is nothing for nothing', () => {
    expect(reliability([])).toMatchObject({ n: 0, ece: 0, bins: [] });
  });

  it('weighs each bin’s distance by its rows, and puts 1 into the last bin', () => {
    const report = reliability([
      judged(0.75, true),
      judged(0.75, false),
      judged(1, true),
      judged(0.35, false, true),
    ]);
    expect(report.bins.map(({ from, n, right }) => [from, n, right])).toEqual([
      [0.3, 1, 0],
      [0.7, 2, 0.5],
      [0.9, 1, 1],
    ]);
    expect(report.ece).toBeCloseTo((0.35 + 2 * 0.25 + 0) / 4);
    expect(report).toMatchObject({ reviewShare: 0.25, rightInReview: 0 });
    expect(report.rightElsewhere).toBeCloseTo(2 / 3);
  });
});

describe('confusion', () => {
  it('has a row per true class', () => {
    expect(confusion(['a', 'a', 'b'], ['a', 'c', 'b'])).toEqual({
      classes: ['a', 'b', 'c'],
      counts: [
        [1, 0, 1],
        [0, 1, 0],
        [0, 0, 0],
      ],
    });
  });
});

describe('measureSet', () => {
  const said = (tone: MachineLabels['tone']): MachineLabels => ({
    target: true,
    tone,
    criticism: false,
    stance: 'none',
    topic: 'lainnya',
    areas: [],
    language: 'id',
    toneConfidence: 0.8,
    needsReview: false,
  });

  it('measures each label over the rows that have it, with an interval', () => {
    const rows: TargetRow[] = [
      { text: 'a', tone: 'positive' },
      { text: 'b', tone: 'negative' },
      { text: 'c', topic: 'dpt' },
    ];
    const report = measureSet(rows, [said('positive'), said('positive'), said('neutral')]);
    expect(Object.keys(report.figures)).toEqual(['toneMacroF1', 'topicAccuracy']);
    expect(report.figures.toneMacroF1!.value).toBeCloseTo(1 / 3);
    expect(report.figures.topicAccuracy).toEqual({ value: 0, low: 0, high: 0 });
    expect(report.calibration.n).toBe(2);
    expect(report.calibration.ece).toBeCloseTo(0.3);
    expect(report.confusion.tone.counts).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('drift', () => {
  it('is nothing between equals and grows with the difference', () => {
    const half = [...Array(50).fill('a'), ...Array(50).fill('b')];
    expect(stabilityIndex(half, half)).toBe(0);
    const some = stabilityIndex(half, [...Array(60).fill('a'), ...Array(40).fill('b')]);
    const much = stabilityIndex(half, [...Array(95).fill('a'), ...Array(5).fill('b')]);
    expect(some).toBeGreaterThan(0.02);
    expect(some).toBeLessThan(0.1);
    expect(much).toBeGreaterThan(0.25);
    expect(Number.isFinite(stabilityIndex(half, ['c']))).toBe(true);
  });

  it('sorts lengths and places', () => {
    expect([0, 4, 5, 319, 320].map(lengthStep)).toEqual(['0–4', '0–4', '5–9', '160–319', '320+']);
    expect(['tweet', 'x', 'chain', 'whatsapp', 'news'].map(placeOf)).toEqual([
      'social',
      'social',
      'messenger',
      'messenger',
      'news',
    ]);
  });

  it('estimates the share of words that the training never held', () => {
    const known = ['antre', 'lambat', 'cepat', 'ramah'];
    const bytes = trainLinear({
      name: 'test',
      classes: ['yes', 'no'],
      rows: [
        { text: 'antre lambat', label: 'no' },
        { text: 'cepat ramah', label: 'yes' },
      ],
      features: { bits: 12, minCharGram: 3, maxCharGram: 4 },
      folds: 0,
    });
    const words = createKnownWords(decodeModelParts(bytes));
    expect(words.chance).toBeGreaterThan(0.9);
    const reference = [traitsOf(known, 'id', 'tweet', words)];
    const fresh = Array.from(
      { length: 100 },
      (_, n) => `${String.fromCharCode(97 + (n % 26))}${'xqz'.repeat(1 + (n % 7))}v`,
    );
    const now = [traitsOf(fresh, 'id', 'x', words)];
    const figures = driftOf(reference, now, words.chance);
    expect(figures.unknownWords!.reference).toBe(0);
    expect(figures.unknownWords!.now).toBeGreaterThan(0.9);
    expect(figures.stability['platform']).toBe(0);
    expect(figures.stability['length']).toBeGreaterThan(0.25);
    const full = decodeModelParts(
      encodeModelParts({ ...decodeModelParts(bytes), idf: new Uint8Array(4096).map((_, i) => i % 200) }),
    );
    expect(driftOf(reference, now, createKnownWords(full).chance).unknownWords).toBeNull();
  });
});
