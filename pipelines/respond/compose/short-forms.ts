import type { AnswerText, Block, Sentence } from '../../../shared/domain/answer.ts';
import { layOut } from '../answer-layout.ts';
import { block, fitPieces, type Piece, piece, wordCount } from './fit.ts';
import { courtesy, type Material, say } from './material.ts';

type Form = Pick<AnswerText, 'title' | 'blocks'>;

/** DOMAIN: 150 words for WhatsApp; X takes 280 signs. */
export const whatsappWords = 150;
export const xSigns = 280;
/** Chosen: what a phone shows of a caption without a second tap on "selengkapnya". */
const captionWords = 110;

const link = (material: Material, lead: string): Sentence =>
  say(`${lead} ${material.pageUrl}`, 'template:page');
const signed = ({ unitName }: Material): Sentence => say(`– ${unitName}`, 'template:signature');

const wordsWith =
  (channel: AnswerText['channel'], title: Sentence | null) =>
  (blocks: readonly Block[]): number =>
    wordCount(layOut({ channel, title, blocks: [...blocks] }).plain);

export function whatsappForm(material: Material): Form {
  const { kind, title, core, more, warning, why, extent, remedy, checks } = material;
  if (kind === 'holding') return shortHolding(material, title);
  const thanks = kind === 'reply' ? [courtesy('thanks')] : [];
  const pieces: Piece[] = [
    ...piece(0, 'fact', null, [...thanks, ...core]),
    ...piece(3, 'fact', null, more.slice(0, 1)),
    ...piece(6, 'fact', null, more.slice(1, 2)),
    ...piece(1, 'warning', null, warning),
    ...piece(2, 'body', null, [...extent, ...remedy, ...(kind === 'admission' ? [courtesy('sorry')] : [])]),
    ...piece(4, 'why', null, why),
    ...piece(2, 'check', 'Periksa sendiri:', checks.slice(0, 1)),
    ...piece(5, 'closing', null, [courtesy('pass')]),
    ...piece(0, 'closing', null, [link(material, 'Penjelasan dan sumber:'), signed(material)]),
  ];
  return { title, blocks: fitPieces(pieces, whatsappWords, wordsWith('whatsapp', title)) };
}

function shortHolding(material: Material, title: Sentence | null): Form {
  const { subject, nextUpdate } = material;
  return {
    title,
    blocks: [
      block('lead', null, [
        say(`Kami menerima pertanyaan masyarakat mengenai ${subject.text}.`, ...subject.from),
        say('Saat ini kami sedang memeriksanya bersama pihak terkait.', 'template:checking'),
        nextUpdate,
        courtesy('wait'),
      ]),
      block('closing', null, [link(material, 'Perkembangannya:'), signed(material)]),
    ],
  };
}

export function xForm(material: Material): Form {
  const { kind, core, title, aside, checks, subject, nextUpdate } = material;
  const short = core[0] && core[0].text.length <= 150 ? core[0] : { ...title, text: `${title.text}.` };
  const opening =
    kind === 'holding'
      ? [say(`Kami sedang memeriksa informasi mengenai ${subject.text}.`, ...subject.from), nextUpdate]
      : [short];
  const pieces: Piece[] = [
    ...piece(0, 'fact', null, opening),
    ...piece(1, 'warning', null, aside),
    ...piece(2, 'check', null, kind === 'holding' ? [] : checks.slice(0, 1)),
    ...piece(0, 'closing', null, [link(material, kind === 'holding' ? 'Perkembangannya:' : 'Selengkapnya:')]),
  ];
  const signs = (blocks: readonly Block[]): number =>
    [...layOut({ channel: 'x', title: null, blocks: [...blocks] }).plain].length;
  return { title: null, blocks: fitPieces(pieces, xSigns, signs) };
}

export function captionForm(material: Material): Form {
  const { kind, title, core, more, aside, extent, remedy, checks } = material;
  const pieces: Piece[] = [
    ...piece(0, 'fact', null, core),
    ...piece(4, 'fact', null, more.slice(0, 2)),
    ...piece(1, 'warning', null, aside),
    ...piece(2, 'body', null, [...extent, ...remedy, ...(kind === 'admission' ? [courtesy('sorry')] : [])]),
    ...piece(3, 'check', 'Periksa sendiri:', checks.slice(0, 2)),
    ...piece(0, 'closing', null, [link(material, 'Sumber dan penjelasan:')]),
    ...piece(5, 'closing', null, [say('#SaringSebelumSharing #KPUMelayani', 'template:tags')]),
  ];
  return { title, blocks: fitPieces(pieces, captionWords, wordsWith('caption', title)) };
}
