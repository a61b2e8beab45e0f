import { plainText } from './plain-text.ts';

/** Abbreviations whose dot ends no sentence, lower case. Our own list. */
const ABBREVIATIONS = new Set(
  `no nomor jl jln dr drs drg ir prof h hj kh k.h ust r tn ny sdr sdri bpk kab kec kel kota prov ds rt rw dll dsb dst dkk hlm hal tgl pkl
  telp tel hp rp s.h s.e m.h m.si m.m m.pd s.pd s.sos s.ip s.kom a.n u.b u.p d.a ttd tsb yg utk dgn dr st ph.d vs pt cv ud tbk an bin alm almh gub wagub
  jan feb mar apr jun jul agt ags agu sep sept okt nov des`.split(/\s+/),
);
const TERMINATORS = '.!?\u2026';
const CLOSERS = '"\')]}';

/** A run of text longer than this is cut even without an end mark, so that one sentence stays readable. */
const MAX_SENTENCE_CHARS = 1000;

/**
 * The sentences of a text in order, trimmed, never empty: ends at `. ! ? …` (with closing quotes) before a space, and
 * at line breaks; not after common abbreviations, initials or inside numbers. The text is made plain first.
 */
export function splitSentences(text: string): string[] {
  const plain = plainText(text);
  const sentences: string[] = [];
  let start = 0;
  for (let i = 0; i < plain.length; i++) {
    const end = sentenceEnd(plain, start, i);
    if (end <= 0) {
      // A run of marks that ends no sentence is passed as a whole: read again from each mark it costs its square.
      i = Math.max(i, -end - 1);
      continue;
    }
    pushTrimmed(sentences, plain.slice(start, end));
    start = end;
    i = end - 1;
  }
  pushTrimmed(sentences, plain.slice(start));
  return sentences;
}

function pushTrimmed(sentences: string[], sentence: string): void {
  const trimmed = sentence.trim();
  if (trimmed) sentences.push(trimmed);
}

/** The index after the sentence that ends at `i`; 0 when none ends there, negative to go on reading from its opposite. */
function sentenceEnd(plain: string, start: number, i: number): number {
  const char = plain[i] as string;
  if (char === '\n' || i - start >= MAX_SENTENCE_CHARS) return i + 1;
  if (!TERMINATORS.includes(char)) return 0;
  let end = i + 1;
  while (end < plain.length && TERMINATORS.includes(plain[end] as string)) end++;
  const afterMarks = end;
  while (end < plain.length && CLOSERS.includes(plain[end] as string)) end++;
  if (end < plain.length && plain.charCodeAt(end) > 32) return -afterMarks;
  return char === '.' && end === i + 1 && isAbbreviation(plain, start, i) ? 0 : end;
}

function isAbbreviation(plain: string, start: number, dot: number): boolean {
  let from = dot;
  while (from > start && plain.charCodeAt(from - 1) > 32 && dot - from < 8) from--;
  const word = plain.slice(from, dot).replace(/^["'(]+/, '');
  const initial = word.length === 1 && word >= 'A' && word <= 'Z';
  return initial || ABBREVIATIONS.has(word.toLowerCase());
}
