import { describe, expect, it } from 'vitest';
import { wordHash } from '../enrich/model/featurise.ts';
import { decodeLinearModel } from '../enrich/model/linear-model.ts';
import { vectorRow } from '../enrich/model/word-vectors.ts';
import { countPairs } from './count-pairs.ts';
import { leadingVectors } from './leading-vectors.ts';
import { trainLinear } from './train-linear.ts';
import { trainVectors } from './train-vectors.ts';

/** Fruits are eaten and cars are driven, each by the same few people. */
const texts = Array.from({ length: 240 }, (_, i) => {
  const who = ['ibu', 'bapak', 'kakak'][i % 3] as string;
  return i % 2
    ? [who, 'makan', ['mangga', 'pisang', 'jeruk'][(i % 9) % 3] as string, 'manis', 'segar']
    : [who, 'naik', ['mobil', 'motor', 'truk'][(i % 7) % 3] as string, 'cepat', 'jauh'];
});

describe('countPairs', () => {
  it('counts neighbours both ways, nearer ones for more', () => {
    const { starts, columns, values } = countPairs(
      [['a', 'b', 'x', 'c']],
      new Map([
        ['a', 0],
        ['b', 1],
        ['c', 2],
      ]),
    );
    expect([...starts]).toEqual([0, 2, 4, 6]);
    expect([...columns]).toEqual([1, 2, 0, 2, 0, 1]);
    expect([...values]).toEqual([1, 1 / 3, 1, 1 / 2, 1 / 3, 1 / 2]);
  });
});

describe('leadingVectors', () => {
  it('finds the eigenvectors of a matrix whose eigenvectors are known', () => {
    // [[2, 1], [1, 2]]: 3 along (1, 1), 1 along (1, -1).
    const matrix = {
      starts: Uint32Array.of(0, 2, 4),
      columns: Uint32Array.of(0, 1, 0, 1),
      values: Float64Array.of(2, 1, 1, 2),
    };
    const { vectors, values } = leadingVectors(matrix, 2, 1);
    expect(values[0]).toBeCloseTo(3, 9);
    expect(values[1]).toBeCloseTo(1, 9);
    expect(Math.abs(vectors[0] as number)).toBeCloseTo(Math.SQRT1_2, 9);
    expect(vectors[0]).toBeCloseTo(vectors[2] as number, 9);
    expect(vectors[1]).toBeCloseTo(-(vectors[3] as number), 9);
  });
});

describe('trainVectors', () => {
  const { hashes, vectors, dims } = trainVectors(texts, 8);
  const alike = (a: string, b: string) => {
    const [x, y] = [a, b].map((word) => vectorRow(hashes, wordHash(word)) * dims) as [number, number];
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += (vectors[x + d] as number) * (vectors[y + d] as number);
    return sum / 127 ** 2;
  };

  it('puts words of like company close', () => {
    expect(alike('mangga', 'pisang')).toBeGreaterThan(alike('mangga', 'mobil') + 0.3);
    expect(alike('motor', 'truk')).toBeGreaterThan(alike('motor', 'jeruk') + 0.3);
  });

  it('knows no word it has not seen, and gives the same for the same texts', () => {
    expect(vectorRow(hashes, wordHash('durian'))).toBe(-1);
    expect(trainVectors(texts, 8)).toEqual({ hashes, vectors, dims });
  });
});

describe('a model with word vectors', () => {
  const rows = texts.map((words) => ({
    text: words.join(' '),
    label: words.includes('makan') ? 'fruit' : 'car',
  }));
  const options = { name: 'x', classes: ['fruit', 'car'], rows, features: { bits: 10 }, folds: 0 };

  it('is read from its file as it was trained, wherever the bytes lie', () => {
    const bytes = trainLinear({ ...options, vectorDims: 8 });
    const shifted = Buffer.concat([Buffer.of(1, 2, 3), bytes]).subarray(3);
    for (const model of [decodeLinearModel(bytes), decodeLinearModel(shifted)]) {
      const right = rows.filter(({ text, label }) => {
        const [fruit, car] = model.predict(text) as unknown as [number, number];
        return (fruit > car ? 'fruit' : 'car') === label;
      });
      expect(right.length).toBe(rows.length);
    }
    expect(decodeLinearModel(shifted).predict('bapak makan')).toEqual(
      decodeLinearModel(bytes).predict('bapak makan'),
    );
  });

  it('reads a word it was never told about by the company it keeps', () => {
    const unlabelled = texts.map((words) => words.join(' ').replace(/mangga|pisang|jeruk/, 'durian'));
    const leaning = (vectorDims: number) =>
      decodeLinearModel(trainLinear({ ...options, unlabelled, vectorDims })).predict('durian')[0] as number;
    expect(leaning(8)).toBeGreaterThan(leaning(0));
  });
});
