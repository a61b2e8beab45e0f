import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type InferenceSession,
  type Tensor,
  ToneModelUnavailable,
} from '../../../shared/ports/tone-model.ts';
import { tonesOf } from './create-onnx-tone-model.ts';
import { openOnnxToneModel } from './open-onnx-tone-model.ts';
import { readTokeniser } from './read-tokeniser.ts';
import { basicWords, createWordPiece, VocabularyError, type WordPieceSettings } from './word-piece.ts';

const pieces = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'kpu',
  'lam',
  '##bat',
  '##an',
  'cepat',
  '!',
  ',',
  'é',
  'e',
  '選',
];
const settings: WordPieceSettings = {
  vocabulary: new Map(pieces.map((piece, id) => [piece, id])),
  lowercase: true,
  stripAccents: null,
  unknown: '[UNK]',
  start: '[CLS]',
  end: '[SEP]',
  padding: '[PAD]',
  prefix: '##',
};
const encode = createWordPiece(settings);
const shown = (text: string, max = 64) => encode(text, max).ids.map((id) => pieces[id]);

describe('WordPiece', () => {
  it('takes the longest piece first and marks the inside of words', () => {
    expect(shown('KPU lambatan')).toEqual(['[CLS]', 'kpu', 'lam', '##bat', '##an', '[SEP]']);
    expect(shown('lambatx cepat')).toEqual(['[CLS]', '[UNK]', 'cepat', '[SEP]']);
  });

  it('cuts at white space, signs and Han characters, and drops what cannot be seen', () => {
    expect(basicWords('KPU,lambat!\t選選 ce\u200bpat', settings)).toEqual([
      'kpu',
      ',',
      'lambat',
      '!',
      '選',
      '選',
      'cepat',
    ]);
    expect(shown('é')).toEqual(['[CLS]', 'e', '[SEP]']);
    const cased = { ...settings, lowercase: false };
    expect(basicWords('É KPU', cased)).toEqual(['É', 'KPU']);
  });

  it('frames nothing, cuts what is too long, and calls a word without end unknown', () => {
    expect(encode('', 8)).toEqual({ ids: [2, 3], truncated: false });
    expect(encode('kpu '.repeat(50), 6)).toEqual({ ids: [2, 4, 4, 4, 4, 3], truncated: true });
    expect(shown('a'.repeat(1_000_000), 256)).toEqual(['[CLS]', '[UNK]', '[SEP]']);
  });

  it('gives ids of the vocabulary for any text, at most as many as asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 2, max: 40 }),
        (text, max) => {
          const { ids } = encode(text, max);
          return (
            ids.length <= max &&
            ids[0] === 2 &&
            ids.at(-1) === 3 &&
            ids.every((id) => id >= 0 && id < pieces.length)
          );
        },
      ),
    );
  });

  it('refuses a vocabulary that cannot frame a text', () => {
    expect(() => createWordPiece({ ...settings, vocabulary: new Map([['kpu', 0]]) })).toThrow(
      VocabularyError,
    );
  });
});

const files =
  (given: Record<string, string>) =>
  async (name: string): Promise<string | null> =>
    given[name] ?? null;

describe('readTokeniser', () => {
  it('reads vocab.txt by its lines, and what the configuration says of case', async () => {
    const read = await readTokeniser(
      files({
        'vocab.txt': `${pieces.join('\r\n')}\r\n`,
        'tokenizer_config.json': '{"do_lower_case": false}',
      }),
    );
    expect(read.vocabulary).toEqual(settings.vocabulary);
    expect(read.lowercase).toBe(false);
  });

  it('prefers tokenizer.json', async () => {
    const json = {
      normalizer: { type: 'BertNormalizer', lowercase: true, strip_accents: false },
      model: {
        type: 'WordPiece',
        vocab: { '[UNK]': 0, kpu: 1 },
        unk_token: '[UNK]',
        continuing_subword_prefix: '@@',
      },
    };
    const read = await readTokeniser(files({ 'tokenizer.json': JSON.stringify(json), 'vocab.txt': 'x' }));
    expect(read).toMatchObject({ lowercase: true, stripAccents: false, prefix: '@@' });
    expect(read.vocabulary.get('kpu')).toBe(1);
  });

  it.each([
    ['nothing', {}, /vocab\.txt or tokenizer\.json/],
    [
      'another kind',
      { 'tokenizer.json': '{"model": {"type": "Unigram", "vocab": [["a", -1]]}}' },
      /only WordPiece/,
    ],
    ['no JSON', { 'tokenizer.json': '{' }, /not JSON/],
  ])('says what is wrong with %s', async (_, given, message) => {
    await expect(readTokeniser(files(given as Record<string, string>))).rejects.toThrow(message);
  });
});

/** A network that calls a text negative when it holds "lam", else positive when it holds "cepat": no library needed. */
function fakeSession(seen: Record<string, Tensor>[], classes = 3): InferenceSession {
  return {
    inputNames: ['input_ids', 'attention_mask'],
    outputNames: ['logits'],
    async run(inputs) {
      seen.push({ ...inputs });
      const { data, dims } = inputs['input_ids']!;
      const [rows, longest] = dims as [number, number];
      const logits = new Float32Array(rows * classes);
      for (let row = 0; row < rows; row++) {
        const ids = Array.from(data.slice(row * longest, (row + 1) * longest), Number);
        logits[row * classes + (ids.includes(5) ? 2 : ids.includes(8) ? 0 : 1)] = 3;
      }
      return { logits: { data: logits, dims: [rows, classes] } };
    },
    close: async () => {},
  };
}

describe('an ONNX classifier as ToneModel', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saring-onnx-'));
  writeFileSync(join(folder, 'vocab.txt'), pieces.join('\n'));
  writeFileSync(
    join(folder, 'config.json'),
    '{"id2label": {"0": "Positive", "1": "NETRAL", "2": "negatif"}}',
  );

  it('reads batches of unlike lengths and answers in their order', async () => {
    const seen: Record<string, Tensor>[] = [];
    const model = await openOnnxToneModel(folder, async () => fakeSession(seen));
    const texts = Array.from({ length: 20 }, (_, n) => ['kpu lambat !', 'cepat', 'kpu , kpu , kpu'][n % 3]!);
    const answers = await model.read(texts);
    expect(answers.map(({ value }) => value).slice(0, 3)).toEqual(['negative', 'positive', 'neutral']);
    expect(answers[0]!.confidence).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 2), 5);
    expect(seen.map((inputs) => inputs['input_ids']!.dims[0])).toEqual([16, 4]);
    expect(Object.keys(seen[0]!)).toEqual(['input_ids', 'attention_mask']);
    const mask = seen[0]!['attention_mask']!.data;
    expect(Array.from(mask.slice(0, 6), Number)).toEqual([1, 1, 1, 0, 0, 0]);
    expect(await model.read([])).toEqual([]);
  });

  it('says in one line what does not fit', async () => {
    await expect(openOnnxToneModel(join(folder, 'none'))).rejects.toThrow(/config\.json/);
    const model = await openOnnxToneModel(folder, async () => fakeSession([], 2));
    await expect(model.read(['kpu'])).rejects.toThrow(/1 × 2, its config\.json names 3 classes/);
    const strange = { ...fakeSession([]), inputNames: ['pixel_values'] };
    await expect((await openOnnxToneModel(folder, async () => strange)).read(['a'])).rejects.toThrow(
      /pixel_values/,
    );
    expect(() => tonesOf(['LABEL_0', 'LABEL_1'])).toThrow(/id2label/);
    expect(() => tonesOf(['positive', 'positif'])).toThrow(ToneModelUnavailable);
  });

  const isInstalled = (() => {
    try {
      createRequire(import.meta.url).resolve('onnxruntime-node');
      return true;
    } catch {
      return false;
    }
  })();
  it.skipIf(isInstalled)('says what to install where the library is absent', async () => {
    await expect(openOnnxToneModel(folder)).rejects.toThrow(/npm install .*onnxruntime-node/);
  });
});
