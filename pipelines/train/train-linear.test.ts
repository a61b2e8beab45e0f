import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cue } from '../enrich/model/cue.ts';
import { createLinearModel, decodeLinearModel } from '../enrich/model/linear-model.ts';
import { decodeModelParts, ModelFileError } from '../enrich/model/linear-model-format.ts';
import { modelWordTexts } from '../enrich/model/model-words.ts';
import { crossValidate } from './cross-validate.ts';
import { buildMatrix } from './feature-matrix.ts';
import { createRandom } from './random.ts';
import { TrainingDataError, type TrainingRow, trainLinear } from './train-linear.ts';

const GOOD = ['pelayanan cepat', 'petugas ramah', 'antrean tertib', 'hasilnya jujur', 'lokasi bersih'];
const BAD = ['pelayanan lambat', 'petugas kasar', 'antrean kacau', 'hasilnya curang', 'lokasi kotor'];
const PLAIN = [
  'rapat pleno dibuka',
  'jadwal diumumkan',
  'kotak suara dikirim',
  'berkas diterima',
  'sidang ditunda',
];
const random = createRandom(3);
const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;

function makeRows(n: number): TrainingRow[] {
  return Array.from({ length: n }, (_, i) => {
    const label = ['positive', 'neutral', 'negative'][i % 3] as string;
    const list = label === 'positive' ? GOOD : label === 'neutral' ? PLAIN : BAD;
    return { text: `${pick(list)} dan ${pick(list)} di TPS ${i % 7}`, label };
  });
}
const classes = ['positive', 'neutral', 'negative'];
const options = { name: 'test', rows: makeRows(120), classes, features: { bits: 12 }, folds: 3 };
const bytes = trainLinear(options);
const model = decodeLinearModel(bytes);

describe('trainLinear', () => {
  it('learns what separates the classes', () => {
    const top = (text: string) => {
      const given = model.predict(text);
      return classes[given.indexOf(Math.max(...given))];
    };
    expect(top('petugas ramah sekali')).toBe('positive');
    expect(top('petugas KASARRR, hasilnya curang')).toBe('negative');
    expect(top('jadwal diumumkan, rapat pleno dibuka')).toBe('neutral');
  });

  it('gives the same bytes for the same rows', () => {
    expect(Buffer.compare(trainLinear(options), bytes)).toBe(0);
  });

  it.each([false, true])('counts features in use as in training; only those seen twice: %s', (seenTwice) => {
    const trained = trainLinear({ ...options, folds: 0, features: { bits: 12, maxWordGram: 3 }, seenTwice });
    const parts = decodeModelParts(trained);
    const { header, idf, seen } = parts;
    expect(seen === undefined).toBe(!seenTwice);
    expect(() => decodeModelParts(trained.subarray(0, -1))).toThrow(ModelFileError);
    const text = 'petugas ramah dan petugas ramah, antrean kacau, kata takdikenal';
    const input = { words: modelWordTexts(text), cues: [] };
    const matrix = buildMatrix([input], header.features, idf, undefined, seen);
    const all = buildMatrix([input], header.features, idf);
    expect(matrix.columns.length < all.columns.length).toBe(seenTwice);
    const probabilities = createLinearModel(parts).predict(text);
    const k = classes.length;
    const scores = parts.header.biases.map((bias, c) => {
      let sum = bias;
      for (let i = 0; i < matrix.columns.length; i++) {
        const column = matrix.columns[i] as number;
        const q = (parts.weights[column * k + c] as number) / 127;
        const weight =
          (Math.sign(q) * q * q * (parts.header.scales[c] as number) * 20) / (parts.idf[column] as number);
        sum += weight * (matrix.values[i] as number);
      }
      return sum;
    });
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    scores.forEach((score, c) => {
      expect(probabilities[c]).toBeCloseTo(Math.exp(score) / total, 4);
    });
  });

  it('uses cues', () => {
    const rows = makeRows(60).map(({ label }) => ({
      text: 'sama saja',
      label,
      cues: [cue(`tanda-${label}`)],
    }));
    const cued = decodeLinearModel(trainLinear({ ...options, rows, folds: 0 }));
    expect(cued.predict('sama saja', [cue('tanda-negative')])[2]).toBeGreaterThan(0.4);
    expect(cued.predict('sama saja', [cue('tanda-positive')])[2]).toBeLessThan(0.4);
  });

  it.each([
    ['no rows', [], /no rows/],
    ['one class', [{ text: 'a', label: 'neutral' }], /at least two classes/],
    ['an unknown label', [{ text: 'a', label: 'netral' }], /row 1: label "netral"/],
  ])('refuses %s', (_, rows, message) => {
    expect(() => trainLinear({ ...options, rows })).toThrow(TrainingDataError);
    expect(() => trainLinear({ ...options, rows })).toThrow(message);
  });
});

describe('crossValidate', () => {
  it('predicts every row, and keeps a group together', () => {
    const { predicted } = crossValidate({ ...options, folds: 0 }, 4);
    const right = predicted.filter((label, i) => label === options.rows[i]?.label).length;
    expect(right / predicted.length).toBeGreaterThan(0.9);
    const memorised = options.rows.map((row, i) => ({
      ...row,
      text: `unik${i >> 1}`,
      label: classes[(i >> 1) % 3] as string,
    }));
    const alone = crossValidate({ ...options, rows: memorised, folds: 0 }, 4, (i) => String(i >> 1));
    expect(alone.predicted.filter((label, i) => label === memorised[i]?.label).length / 120).toBeLessThan(
      0.7,
    );
  });
});

describe('the model', () => {
  it('gives probabilities for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.nat(0xffffffff)),
        (text, cues) => {
          const given = model.predict(text, cues);
          expect(given.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
          expect(given.every((p) => p >= 0 && p <= 1)).toBe(true);
        },
      ),
    );
  });

  it('names the words that made it, as written', () => {
    expect(model.explain('Ternyata hasilnya CURANG di TPS 3', 2, 1)).toEqual(['CURANG']);
    expect(model.explain('', 2, 5)).toEqual([]);
  });

  it.each([
    ['no bytes', new Uint8Array(0)],
    ['another file', new TextEncoder().encode('{"a": 1, "b": 2}')],
    ['a file cut short', bytes.subarray(0, bytes.length - 1)],
    ['a file cut in its header', bytes.subarray(0, 20)],
  ])('refuses %s', (_, broken) => {
    expect(() => decodeLinearModel(broken)).toThrow(ModelFileError);
  });

  it('reads its parts without copying', () => {
    expect(decodeModelParts(bytes).weights.buffer).toBe(bytes.buffer);
  });
});
