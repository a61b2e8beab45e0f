import type { AnswerText, Block, Sentence } from '../../../shared/domain/answer.ts';
import { block, fitPieces, type Piece, piece, wordCount } from './fit.ts';
import { courtesy, type Material, say } from './material.ts';
import { saidSource } from './written-forms.ts';

type Form = Pick<AnswerText, 'title' | 'blocks'>;

/** Spoken in thirty seconds: 140 words a minute is a calm reading pace in Indonesian; chosen. */
export const scriptWords = 70;

export function scriptForm(material: Material): Form {
  const { kind, core, more, aside, remedy, checks, unitName } = material;
  const pieces: Piece[] = [
    ...piece(0, 'scene', '0–8 detik', core.slice(0, 1)),
    ...piece(1, 'scene', '8–14 detik', kind === 'admission' ? remedy : aside),
    ...piece(3, 'scene', '14–20 detik', more.slice(0, 1)),
    ...piece(2, 'scene', '20–27 detik', checks.slice(0, 1)),
    ...piece(0, 'scene', '27–30 detik', [
      say(`Penjelasan lengkap ada di laman ${unitName}.`, 'template:page'),
      courtesy('share'),
    ]),
  ];
  const words = (blocks: readonly Block[]): number =>
    blocks.reduce((sum, { sentences }) => sum + sentences.reduce((n, { text }) => n + wordCount(text), 0), 0);
  return { title: null, blocks: timed(fitPieces(pieces, scriptWords, words)) };
}

/** The times of the scenes anew, by their words: thirty seconds whatever was left out. */
function timed(blocks: Block[]): Block[] {
  const words = blocks.map(({ sentences }) => wordCount(sentences.map(({ text }) => text).join(' ')));
  const all = words.reduce((sum, n) => sum + n, 0);
  let said = 0;
  return blocks.map((one, at) => {
    const from = Math.round((said / all) * 30);
    said += words[at]!;
    return { ...one, heading: `${from}–${Math.round((said / all) * 30)} detik` };
  });
}

const asked = (question: string, answer: readonly Sentence[]): Block[] =>
  answer.length === 0 ? [] : [block('question', question, answer)];

export function qaForm(material: Material): Form {
  const { kind, core, more, aside, why, extent, remedy, checks, sources, unitName, title, subject } =
    material;
  const inShort = { denial: 'Tidak.', admission: 'Ya.', correction: 'Hanya sebagian.' } as const;
  const verdict =
    kind === 'holding' || kind === 'reply'
      ? []
      : [say(inShort[kind], ...(aside[0]?.from ?? core[0]!.from)), core[0]!];
  return {
    title: say(`Tanya jawab: ${title.text}`, ...title.from),
    blocks: [
      ...asked(`Apa penjelasan ${unitName} tentang ${subject.text}?`, [...core, ...more.slice(0, 2)]),
      ...asked('Apakah kabar yang beredar itu benar?', verdict),
      ...asked('Mengapa kabar itu dapat menyesatkan?', why),
      ...asked('Seberapa luas kejadiannya?', extent),
      ...asked('Apa yang dilakukan KPU?', remedy),
      ...asked('Bagaimana cara memeriksanya sendiri?', checks),
      ...asked('Apa sumber penjelasan ini?', sources.slice(0, 3).map(saidSource)),
    ],
  };
}

export function pointsForm(material: Material): Form {
  const { core, more, aside, extent, remedy, checks, title, pageUrl } = material;
  const points = [
    ...core,
    ...more.slice(0, 3),
    ...aside,
    ...extent,
    ...remedy,
    ...checks.slice(0, 1),
    say(`Rujuk ke ${pageUrl} untuk sumbernya.`, 'template:page'),
    courtesy('noBlame'),
  ];
  return {
    title: say(`Pokok bicara: ${title.text}`, ...title.from),
    blocks: points.map((one) => block('point', null, [one])),
  };
}
