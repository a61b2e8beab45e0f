import { z } from 'zod';
import { ToneModelUnavailable } from '../../../shared/ports/tone-model.ts';
import type { WordPieceSettings } from './word-piece.ts';

/** Reads a text file of the model's folder; null when it is not there. */
export type ReadText = (name: string) => Promise<string | null>;

const tokenSchema = z.union([
  z.string(),
  z.object({ content: z.string() }).transform(({ content }) => content),
]);

/** tokenizer_config.json: only what changes the pieces. */
const configSchema = z.looseObject({
  do_lower_case: z.boolean().optional(),
  strip_accents: z.boolean().nullish(),
  unk_token: tokenSchema.optional(),
  cls_token: tokenSchema.optional(),
  sep_token: tokenSchema.optional(),
  pad_token: tokenSchema.optional(),
});

/** tokenizer.json of the Hugging Face tokenizers library. */
const tokeniserSchema = z.looseObject({
  normalizer: z
    .looseObject({
      type: z.string(),
      lowercase: z.boolean().optional(),
      strip_accents: z.boolean().nullish(),
    })
    .nullish(),
  model: z.looseObject({
    type: z.string().optional(),
    vocab: z.unknown(),
    unk_token: z.string().nullish(),
    continuing_subword_prefix: z.string().nullish(),
  }),
});

function parse<T>(name: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ToneModelUnavailable(`${name} of the tone model is not JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ToneModelUnavailable(`${name} of the tone model: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** One piece a line; its number is the line's. */
function readVocabulary(text: string): Map<string, number> {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return new Map(lines.map((piece, id) => [piece, id]));
}

/**
 * The tokeniser of a model's folder: tokenizer.json where it is a WordPiece one, else vocab.txt, with what
 * tokenizer_config.json says. @throws ToneModelUnavailable for another kind, or none
 */
export async function readTokeniser(read: ReadText): Promise<WordPieceSettings> {
  const configText = await read('tokenizer_config.json');
  const config = configText ? parse('tokenizer_config.json', configText, configSchema) : {};
  const settings = {
    lowercase: config.do_lower_case ?? true,
    stripAccents: config.strip_accents ?? null,
    unknown: config.unk_token ?? '[UNK]',
    start: config.cls_token ?? '[CLS]',
    end: config.sep_token ?? '[SEP]',
    padding: config.pad_token ?? '[PAD]',
    prefix: '##',
  };
  const whole = await read('tokenizer.json');
  if (whole !== null) {
    const { model, normalizer } = parse('tokenizer.json', whole, tokeniserSchema);
    const pieces = z.record(z.string(), z.number().int()).safeParse(model.vocab);
    if ((model.type !== undefined && model.type !== 'WordPiece') || !pieces.success)
      throw new ToneModelUnavailable(
        `the tone model's tokenizer.json is "${model.type}"; only WordPiece (BERT, IndoBERT) is read`,
      );
    return {
      ...settings,
      lowercase: normalizer?.lowercase ?? settings.lowercase,
      stripAccents: normalizer?.strip_accents ?? settings.stripAccents,
      unknown: model.unk_token ?? settings.unknown,
      prefix: model.continuing_subword_prefix ?? settings.prefix,
      vocabulary: new Map(Object.entries(pieces.data)),
    };
  }
  const lines = await read('vocab.txt');
  if (lines === null)
    throw new ToneModelUnavailable('the tone model needs vocab.txt or tokenizer.json beside model.onnx');
  return { ...settings, vocabulary: readVocabulary(lines) };
}
