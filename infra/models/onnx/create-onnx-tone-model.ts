import type { Tone } from '../../../shared/domain/labels.ts';
import {
  type InferenceSession,
  type Tensor,
  type ToneAnswer,
  type ToneModel,
  ToneModelUnavailable,
} from '../../../shared/ports/tone-model.ts';
import { createWordPiece, type WordPieceSettings } from './word-piece.ts';

export interface OnnxToneSettings {
  name: string;
  session: InferenceSession;
  tokeniser: WordPieceSettings;
  /** Names of the outputs in their order, as config.json's id2label has them. */
  labels: readonly string[];
  /** Pieces of one text; BERT takes 512, and a post has rarely a hundred. */
  maxPieces?: number;
  /** Texts of one run; padded to the longest, so that alike lengths go together. */
  batchSize?: number;
}

/** Names that public classifiers give the three moods; compared in lower case. */
const toneOfName: Readonly<Record<string, Tone>> = {
  positive: 'positive',
  positif: 'positive',
  pos: 'positive',
  neutral: 'neutral',
  netral: 'neutral',
  neu: 'neutral',
  negative: 'negative',
  negatif: 'negative',
  neg: 'negative',
};

/** The mood of each output. @throws ToneModelUnavailable naming the first that is none */
export function tonesOf(labels: readonly string[]): Tone[] {
  const tones = labels.map((label) => {
    const tone = toneOfName[label.trim().toLowerCase()];
    if (!tone)
      throw new ToneModelUnavailable(
        `the tone model's output "${label}" is no mood; put positive, neutral and negative into id2label of its config.json`,
      );
    return tone;
  });
  if (new Set(tones).size < 2)
    throw new ToneModelUnavailable(
      'the tone model tells fewer than two moods apart; see id2label of its config.json',
    );
  return tones;
}

const defaultMaxPieces = 256;
const defaultBatchSize = 16;

/** Any sequence classifier of BERT's kind as a ToneModel: WordPiece in, one logit a class out. */
export function createOnnxToneModel(settings: OnnxToneSettings): ToneModel {
  const { name, session, tokeniser, labels } = settings;
  const { maxPieces = defaultMaxPieces, batchSize = defaultBatchSize } = settings;
  const tones = tonesOf(labels);
  const encode = createWordPiece(tokeniser);
  const padding = tokeniser.vocabulary.get(tokeniser.padding) ?? 0;
  const logitsName = session.outputNames.includes('logits') ? 'logits' : session.outputNames[0];
  const runBatch = async (rows: readonly (readonly number[])[]): Promise<ToneAnswer[]> => {
    const output = (await session.run(inputsOf(rows, padding, session.inputNames)))[logitsName ?? ''];
    if (!output || output.data.length !== rows.length * tones.length)
      throw new ToneModelUnavailable(
        `the tone model answers ${output?.dims.join(' × ') ?? 'nothing'}, its config.json names ${tones.length} classes`,
      );
    return rows.map((_, i) => answerOf(output, i, tones));
  };
  return {
    name,
    async read(texts) {
      const rows = texts.map((text) => encode(text, maxPieces).ids);
      const order = rows.map((_, i) => i).sort((a, b) => rows[a]!.length - rows[b]!.length);
      const answers: ToneAnswer[] = new Array(texts.length);
      for (let at = 0; at < order.length; at += batchSize) {
        const batch = order.slice(at, at + batchSize);
        const given = await runBatch(batch.map((i) => rows[i]!));
        batch.forEach((i, n) => {
          answers[i] = given[n]!;
        });
      }
      return answers;
    },
    close: () => session.close(),
  };
}

/** The tensors a BERT takes, those of them that this network has. */
function inputsOf(
  rows: readonly (readonly number[])[],
  padding: number,
  names: readonly string[],
): Record<string, Tensor> {
  const longest = Math.max(...rows.map((row) => row.length));
  const dims = [rows.length, longest];
  const ids = new BigInt64Array(rows.length * longest).fill(BigInt(padding));
  const mask = new BigInt64Array(rows.length * longest);
  rows.forEach((row, r) => {
    row.forEach((id, c) => {
      ids[r * longest + c] = BigInt(id);
      mask[r * longest + c] = 1n;
    });
  });
  const all: Record<string, Tensor> = {
    input_ids: { data: ids, dims },
    attention_mask: { data: mask, dims },
    token_type_ids: { data: new BigInt64Array(rows.length * longest), dims },
  };
  const missing = names.find((name) => all[name] === undefined);
  if (missing !== undefined)
    throw new ToneModelUnavailable(`the tone model wants an input "${missing}" that no BERT classifier has`);
  return Object.fromEntries(names.map((name) => [name, all[name]!]));
}

/** Softmax of one row; classes of the same mood add up. */
function answerOf({ data }: Tensor, row: number, tones: readonly Tone[]): ToneAnswer {
  const logits = tones.map((_, c) => Number(data[row * tones.length + c]));
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const shares: Record<Tone, number> = { positive: 0, neutral: 0, negative: 0 };
  tones.forEach((tone, c) => {
    shares[tone] += powers[c]! / total;
  });
  let value: Tone = tones[0]!;
  for (const tone of tones) if (shares[tone] > shares[value]) value = tone;
  const confidence = shares[value];
  if (!Number.isFinite(confidence)) throw new ToneModelUnavailable('the tone model answers no numbers');
  return { value, confidence: Math.min(1, confidence) };
}
