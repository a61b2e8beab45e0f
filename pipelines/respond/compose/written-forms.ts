import type { AnswerText, Block, Sentence } from '../../../shared/domain/answer.ts';
import type { PublishedSource } from '../../../shared/domain/publication.ts';
import { block } from './fit.ts';
import { courtesy, type Material, say } from './material.ts';
import { headings } from './phrases.ts';

type Form = Pick<AnswerText, 'title' | 'blocks'>;

const some = (role: Block['role'], heading: string | null, sentences: readonly Sentence[]): Block[] =>
  sentences.length === 0 ? [] : [block(role, heading, sentences)];

export const saidSource = ({ ref, title, url, regulation }: PublishedSource): Sentence =>
  say(`${regulation === null || title.includes(regulation) ? '' : `${regulation}, `}${title}: ${url}`, ref);

const sourceBlock = ({ sources }: Material): Block[] => some('source', 'Sumber', sources.map(saidSource));

/** Another fact than the one it began with, where there is one; else the headline or the core. */
const again = ({ kind, more, core, title }: Material): Sentence[] => [
  more.at(-1) ?? (kind === 'denial' ? ended(title) : core[0]!),
];
const ended = ({ text, from }: Sentence): Sentence => say(/[.!?]$/.test(text) ? text : `${text}.`, ...from);

/** Debunking Handbook 2020: fact, warning, why it misleads, fact; then how to check, and where it is written. */
export function webForm(material: Material): Form {
  const { kind, core, more, warning, why, checks, extent, remedy, title } = material;
  const name = headings[kind];
  const rest = [...why, ...more.slice(1, 4).filter((one) => one !== more.at(-1))];
  if (kind === 'admission' || kind === 'reply') return plainWebForm(material);
  return {
    title,
    blocks: [
      block('fact', name.fact, [...core, ...more.slice(0, 1)]),
      ...some('warning', name.warning, warning),
      ...some('why', name.why, rest.length > 0 ? rest : more.slice(0, 1)),
      ...some('body', 'Yang kami lakukan', [...extent, ...remedy]),
      block('fact_again', name.again, [...again(material), courtesy('share')]),
      ...some('check', 'Cara memeriksa sendiri', checks),
      ...sourceBlock(material),
    ],
  };
}

function plainWebForm(material: Material): Form {
  const { kind, core, more, extent, remedy, checks, title, subject } = material;
  const name = headings[kind];
  const opening =
    kind === 'admission'
      ? [...core, courtesy('sorry')]
      : [say(`Terima kasih atas masukan masyarakat mengenai ${subject.text}.`, ...subject.from), ...core];
  return {
    title,
    blocks: [
      block('fact', name.fact, opening),
      ...some('body', kind === 'admission' ? name.warning : name.why, kind === 'admission' ? extent : more),
      ...some('body', 'Yang kami lakukan', remedy),
      ...some('body', kind === 'admission' ? 'Keterangan lain' : null, kind === 'admission' ? more : extent),
      ...some('check', 'Cara memeriksa sendiri', checks),
      block('closing', name.again, [courtesy('open')]),
      ...sourceBlock(material),
    ],
  };
}

export function pressForm(material: Material): Form {
  const { kind, unitName, subject, core, more, warning, why, extent, remedy, checks, pageUrl, title } =
    material;
  const lead = say(`${unitName} menyampaikan penjelasan mengenai ${subject.text}.`, ...subject.from);
  const because = warning.length === 0 ? [] : [...warning, ...why];
  return {
    title,
    blocks: [
      block('lead', null, [lead, ...core]),
      ...some('body', null, more.slice(0, 3)),
      ...some('body', null, because),
      ...some('body', null, [...extent, ...remedy, ...(kind === 'admission' ? [courtesy('sorry')] : [])]),
      block('body', null, [
        say(
          `${unitName} mengajak masyarakat memeriksa informasi sebelum membagikannya.`,
          'template:invitation',
        ),
        ...checks,
      ]),
      block('closing', null, [
        say(`Penjelasan lengkap beserta sumbernya dapat dibaca di ${pageUrl}.`, 'template:page'),
      ]),
      ...sourceBlock(material),
    ],
  };
}

export function holdingForm({ unitName, subject, nextUpdate, pageUrl, title }: Material): Form {
  return {
    title,
    blocks: [
      block('lead', null, [
        say(
          `${unitName} telah menerima informasi dan pertanyaan masyarakat mengenai ${subject.text}.`,
          ...subject.from,
        ),
        say('Saat ini kami sedang memeriksanya bersama pihak terkait.', 'template:checking'),
        nextUpdate,
      ]),
      block('closing', null, [
        courtesy('wait'),
        say(`Hasil pemeriksaan akan kami umumkan di ${pageUrl}.`, 'template:page'),
      ]),
    ],
  };
}
