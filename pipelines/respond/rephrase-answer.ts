import type { Answer, AnswerChannel, Block, Sentence } from '../../shared/domain/answer.ts';
import type { Rephraser } from '../../shared/ports/rephraser.ts';
import { knownIn, readContext } from './answer-context.ts';
import { plainOf } from './answer-layout.ts';
import { AnswerRefused } from './answer-refused.ts';
import { whatsappWords, xSigns } from './compose/short-forms.ts';
import { type AnswerAct, type AnswerDeps, answerAsRead, editAnswer } from './keep-answer.ts';
import { heldShare } from './lint/held-share.ts';
import { readPlain } from './read-plain.ts';

const limitOf: Readonly<Partial<Record<AnswerChannel, string>>> = {
  whatsapp: `Paling banyak ${whatsappWords} kata.`,
  x: `Paling banyak ${xSigns} tanda, satu paragraf.`,
  script: 'Paling banyak 80 kata.',
};

const instructionFor = (channel: AnswerChannel): string =>
  [
    'Tulis ulang teks berikut dalam bahasa Indonesia yang sederhana, sopan, dan mudah dibaca.',
    'Jangan menambah fakta, angka, nama, tautan, atau janji. Jangan menghapus sumber dan tautan.',
    'Pertahankan susunan: judul, paragraf, dan baris sumber. Jangan mengulang isi kabar lebih dari sekali.',
    'Jangan menyebut partai atau calon, dan jangan menyerang siapa pun.',
    limitOf[channel] ?? '',
    'Balas hanya dengan teksnya.',
  ]
    .filter(Boolean)
    .join(' ');

/** From here on a sentence says what one of the sources says; chosen: half of its words of content. */
const sameShare = 0.5;

/** What stands behind a sentence in new words: that of the old one that it holds most of; nothing where it is new. */
function sourced(sentence: Sentence, old: readonly Sentence[]): Sentence {
  if (sentence.from.length > 0) return sentence;
  let best: Sentence | null = null;
  let most = sameShare;
  for (const one of old) {
    const share = heldShare(one.text, sentence.text);
    if (share >= most) [best, most] = [one, share];
  }
  return best ? { ...sentence, from: best.from } : sentence;
}

/**
 * Lets the model say one form in other words. What comes back is marked as the model's and linted like any text; nobody
 * can hand it in before a person took it over. The model is asked before anything is written.
 * @throws RephraserFailed, AnswerUnknown, AnswerChanged, AnswerRefused
 */
export async function rephraseAnswer(
  deps: AnswerDeps,
  rephraser: Rephraser,
  channel: AnswerChannel,
  act: AnswerAct,
): Promise<Answer> {
  const answer = await answerAsRead(deps.records, deps.scope, act, ['draft']);
  const text = answer.texts.find((one) => one.channel === channel);
  if (!text) throw new AnswerRefused([{ path: 'channel', message: 'Jawaban ini tidak memuat bentuk itu.' }]);
  const said = await rephraser.rephrase({ instruction: instructionFor(channel), text: plainOf(text) });
  const context = await readContext(deps.records, answer, deps.clock.now());
  const read = readPlain(said, knownIn(answer, context), text.title !== null);
  if (read.blocks.length === 0)
    throw new AnswerRefused([{ path: 'channel', message: 'Model bahasa tidak menghasilkan kalimat.' }]);
  const old = [...(text.title ? [text.title] : []), ...text.blocks.flatMap(({ sentences }) => sentences)];
  const blocks: Block[] = read.blocks.map((block) => ({
    ...block,
    sentences: block.sentences.map((sentence) => sourced(sentence, old)),
  }));
  const title = read.title && sourced(read.title, old);
  return editAnswer(deps, [{ channel, title, blocks, origin: 'model' }], {
    ...act,
    reason: `${rephraser.name}: ${act.reason ?? 'kata-kata lain'}`,
  });
}
