import { type ImpactSignal, raisingSignals } from './impact-signals.ts';

const negations = new Set(['tidak', 'tak', 'bukan', 'belum', 'tanpa', 'gak', 'nggak']);
const suffix = /^(nya|lah|kah|pun)? /;

/** Lower case, only letters and digits, single spaces, one space at each end. */
const plainWords = (text: string): string =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.replace(/ {2,}/g, ' ');

/** True when a phrase stands in the text and none of the two words before it negates it. */
function saysPhrase(words: string, phrase: string): boolean {
  for (let from = words.indexOf(` ${phrase}`); from >= 0; from = words.indexOf(` ${phrase}`, from + 1)) {
    const after = words.slice(from + phrase.length + 1, from + phrase.length + 6);
    const before = words
      .slice(Math.max(0, from - 40), from)
      .split(' ')
      .slice(-2);
    if (suffix.test(after) && !before.some((word) => negations.has(word))) return true;
  }
  return false;
}

export interface FoundSignal {
  signal: ImpactSignal;
  texts: number;
  phrase: string;
}

/** Signals that enough of the texts carry: the share of the settings, and two texts where there are four or more. */
export function findSignals(
  signals: readonly ImpactSignal[],
  texts: readonly string[],
  share: number,
): FoundSignal[] {
  const sample = texts.slice(0, 200).map(plainWords);
  const needed = Math.max(sample.length > 3 ? 2 : 1, Math.ceil(sample.length * share));
  return signals.flatMap((signal) => {
    let phrase: string | undefined;
    let hits = 0;
    for (const words of sample) {
      const hit = signal.phrases.find((candidate) => saysPhrase(words, candidate));
      if (hit === undefined) continue;
      hits++;
      phrase ??= hit;
    }
    return phrase !== undefined && hits >= needed ? [{ signal, texts: hits, phrase }] : [];
  });
}

/** The raising signal of these texts that weighs most where the matter is; null for none. */
export function strongestSignal(texts: readonly string[], national: boolean, share: number) {
  const weightOf = ({ signal }: FoundSignal) => (national ? signal.national : signal.local);
  const found = findSignals(raisingSignals, texts, share).toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  return found ? { found, weight: weightOf(found) } : null;
}

/** What the officer reads of it. */
export const evidenceOf = ({ signal, phrase, texts }: FoundSignal): string =>
  `${signal.evidence}: "${phrase}" dalam ${texts} teks`;
