import { isAbusive } from '../../enrich/abuse.ts';
import { findEntities } from '../../enrich/entities.ts';
import { scanWords } from '../../enrich/read/scan-words.ts';
import { at, everywhere, type Finding, type LintSubject, type Rule } from './lint-subject.ts';

/** Words that blame or belittle people; a government office answers without them. Our own list. */
const uncivil =
  /(?<!\p{L})(?:pembohong|penipu|provokator|oknum|bodoh|dungu|gagal paham|sok tahu|asal bunyi|asbun|ngawur|buzzer|penyebar hoa(?:ks|x)|penebar hoa(?:ks|x)|tidak bertanggung jawab|tak bertanggung jawab|kaum sumbu pendek|sumbu pendek|pengecut|biang kerok|otak kosong|omong kosong|bohong besar|keji|haters?)(?!\p{L})/giu;

/** Threats of the law: the Constitutional Court (105/PUU-XXII/2024) leaves institutions no claim of defamation. */
const threats =
  /(?<!\p{L})(?:pencemaran nama baik|mencemarkan nama baik|jalur hukum|langkah hukum|akan dilaporkan ke polisi|dipolisikan|dipidanakan|uu ite|dituntut pidana)(?!\p{L})/giu;

const placeholder = /\[[^\]\n]{0,60}\]|\b(?:TODO|XXX+|lorem ipsum)\b|\.{4,}|_{3,}/g;
const shouting = /!{2,}|(?<!\p{L})\p{Lu}{4,}(?:\s+\p{Lu}{4,})+(?!\p{L})/gu;

const candidate =
  /(?<!\p{L})(?:paslon|pasangan calon|capres|cawapres|cagub|cabup|cawalkot|caleg|nomor urut|calon nomor)\s+(?:nomor\s+)?(?:urut\s+)?\d+/iu;
const favour =
  /(?<!\p{L})(?:pilihlah|coblos|cobloslah|dukung|mendukung|menangkan|memenangkan|jagokan|unggulan|terbaik|hebat|paling bersih|paling jujur|curang|licik|korup|pantas menang|layak menang|pantas kalah|tidak layak)(?!\p{L})/iu;

/** Words that blame or belittle, with their places. */
export const incivilityIn = (plain: string): Finding[] =>
  everywhere(plain, uncivil, (word) => [
    'insult',
    'error',
    `"${word}" menyerang orang; jawab dengan baik dan beradab.`,
  ]);

/** Threats of the law, with their places. */
export const threatsIn = (plain: string): Finding[] =>
  everywhere(plain, threats, (word) => [
    'legal_threat',
    'error',
    `"${word}": lembaga pemerintah tidak dapat mengadukan pencemaran nama baik (Putusan MK 105/PUU-XXII/2024).`,
  ]);

export const insultRule: Rule = ({ plain, spans }) => [
  ...incivilityIn(plain),
  ...spans.flatMap(abuseIn),
  ...threatsIn(plain),
];

/** The abusive word itself where it stands alone, else the sentence. */
function abuseIn(span: LintSubject['spans'][number]): Finding[] {
  const scan = scanWords(span.text);
  if (!isAbusive(scan)) return [];
  const n = scan.words.findIndex((word) => isAbusive(scanWords(word)));
  const place =
    n >= 0 && scan.text === span.text
      ? { start: span.start + scan.starts[n]!, end: span.start + scan.ends[n]! }
      : span;
  return [at(place, 'insult', 'error', 'Kata kasar; jawab dengan baik dan beradab.')];
}

/** Parties and candidates: never praised, blamed or promoted; named only where the claim itself does. */
export const partyRule: Rule = ({ spans, claimText }) => {
  const inClaim = new Set(partiesIn(claimText ?? ''));
  return spans.flatMap((span): Finding[] => {
    const parties = partiesIn(span.text);
    const isAbout = parties.length > 0 || candidate.test(span.text);
    if (!isAbout) return [];
    if (favour.test(span.text))
      return [at(span, 'party_favour', 'error', 'Kalimat ini memihak partai atau calon; KPU wajib netral.')];
    return parties
      .filter((name) => !inClaim.has(name))
      .map((name) =>
        at(span, 'party_named', 'warn', `${name} disebut padahal tidak ada di klaim; perlukah?`),
      );
  });
};

const partiesIn = (text: string): string[] =>
  text === ''
    ? []
    : findEntities(scanWords(text))
        .filter(({ kind }) => kind === 'party')
        .map(({ name }) => name);

export const placeholderRule: Rule = ({ plain }) =>
  everywhere(plain, placeholder, (word) => ['placeholder', 'error', `"${word}" belum diisi.`]);

export const shoutingRule: Rule = ({ plain }) =>
  everywhere(plain, shouting, () => [
    'shouting',
    'warn',
    'Huruf besar semua dan tanda seru beruntun terbaca seperti berteriak.',
  ]);
