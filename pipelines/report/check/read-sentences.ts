import { hashString } from '../../../shared/text/hash.ts';
import { splitSentences } from '../../../shared/text/split-sentences.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { tellingShare } from './formulaic.ts';
import type { ParsedReport } from './parse-report.ts';
import { readNumber } from './read-figures.ts';
import type { UnitNames } from './unit-names.ts';

/** A sentence with what changes from period to period taken out of its words. */
export interface ReportSentence {
  section: string;
  text: string;
  /** Lower-case words; dates are `<d>`, years `<y>`, numbers `#`, the unit's own name `<u>`. */
  words: readonly string[];
  /** Hashes of the words, sorted, to compare quickly. */
  bag: Uint32Array;
  /** Numbers that are no dates, and names: what two honest reports do not share. */
  specifics: ReadonlySet<string>;
  dates: readonly DateMention[];
  /** Dates as written, folded, to tell a changed date from a kept one. */
  written: readonly string[];
  /** Words times their telling share (see formulaic). */
  mass: number;
}

const token = /<d>|\p{L}[\p{L}\p{M}'’-]*|\d[\d.,]*\d|\d/gu;
/** Written with a capital everywhere, so no one's own. */
const commonNames = new Set(
  `kpu kip bawaslu dkpp mk tni polri pemilu pilkada pemilihan bakohumas humas ppk pps kpps tps dpt dpb pdpb sirekap silon sipol sidalih jdih ppid
  indonesia negara republik komisi umum kabupaten kota provinsi kecamatan desa kelurahan ketua anggota sekretaris divisi subbagian subbag kasubbag
  instagram facebook tiktok youtube whatsapp x twitter website laman media sosial radio televisi bapak ibu sdr undang-undang peraturan nomor tahun
  kegiatan pada dalam di dengan untuk dan rapat koordinasi sosialisasi pendidikan pemilih publik masyarakat informasi triwulan laporan data berkelanjutan
  pemutakhiran kantor aula siaran pers konferensi forum whatsapp podcast ig fb zoom meeting i ii iii iv wib wita wit s.d bpk diskominfo kesbangpol pwi iji
  hubungan hukum teknis partisipasi penyelenggara pemerintah daerah dinas badan sekolah sma smk man universitas kampus partai politik bupati wali walikota gubernur dprd dpr dpd`.split(
    /\s+/,
  ),
);

function maskDates(text: string, dates: readonly DateMention[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of dates) {
    if (start < from) continue;
    masked += `${text.slice(from, start)} <d> `;
    from = end;
  }
  return masked + text.slice(from);
}

/** "kota administrasi" of "kota administrasi jakarta utara". */
const kindOf = ({ full, base }: UnitNames): string[] =>
  full
    .slice(0, full.length - base.length)
    .split(' ')
    .filter(Boolean);

function maskUnit(words: readonly string[], names: UnitNames | null): string[] {
  if (names === null) return [...words];
  const base = names.base.split(' ');
  const kind = kindOf(names);
  const startsAt = (parts: readonly string[], i: number) => parts.every((part, at) => words[i + at] === part);
  const masked: string[] = [];
  for (let i = 0; i < words.length; i++) {
    // "kota administrasi jakarta utara" is one name, not a turn of phrase that six offices share
    const name = [[...kind, ...base], base].find((parts) => startsAt(parts, i));
    masked.push(name ? '<u>' : words[i]!);
    if (name) i += name.length - 1;
  }
  return masked;
}

function readSpecifics(tokens: readonly string[], names: UnitNames | null): Set<string> {
  const own = new Set(names?.full.split(' ') ?? []);
  const capitals = tokens.filter((word) => /^\p{Lu}/u.test(word)).length;
  const shouted = capitals > tokens.length * 0.7 && tokens.length > 4;
  const specifics = new Set<string>();
  tokens.forEach((word, index) => {
    const lower = word.toLowerCase();
    if (/^\d/u.test(word)) {
      const value = readNumber(word);
      if (value !== null && !/^(?:19|20)\d\d$/u.test(word)) specifics.add(`#${value}`);
    } else if (index > 0 && !shouted && /^\p{Lu}/u.test(word) && !commonNames.has(lower) && !own.has(lower))
      specifics.add(lower);
  });
  return specifics;
}

function readSentence(section: string, text: string, report: ParsedReport, names: UnitNames | null) {
  const dates = findDates(text, report.period);
  const tokens = maskDates(text, dates).match(token) ?? [];
  const words = tokens.map((word) => {
    if (!/^\d/u.test(word)) return word.toLowerCase();
    return /^(?:19|20)\d\d$/u.test(word) ? '<y>' : '#';
  });
  const specifics = readSpecifics(tokens, names);
  const real = dates.filter(({ precision }) => precision !== 'weekday');
  const masked = maskUnit(words, names);
  const sentence: ReportSentence = {
    section,
    text,
    words: masked,
    bag: Uint32Array.from(masked, (word) => hashString(word)).sort(),
    specifics,
    dates: real,
    written: real.map(({ start, end }) => text.slice(start, end).toLowerCase().replace(/\s+/gu, ' ')),
    mass: words.length * tellingShare(text, specifics.size, real.length),
  };
  return sentence;
}

/** Shorter runs are labels and list heads, not statements. */
const fewestWords = 4;
/** A report is a few pages; what goes beyond is not compared, so that one huge file cannot stop the check. */
const mostSentences = 600;
const mostChars = 1_500;

/** The narrative sentences of a report, ready to be compared. */
export function readReportSentences(report: ParsedReport, names: UnitNames | null): ReportSentence[] {
  const sentences: ReportSentence[] = [];
  for (const { heading, text } of report.sections)
    for (const sentence of splitSentences(text)) {
      if (sentences.length >= mostSentences) return sentences;
      const read = readSentence(heading, sentence.slice(0, mostChars), report, names);
      if (read.words.length >= fewestWords) sentences.push(read);
    }
  return sentences;
}
