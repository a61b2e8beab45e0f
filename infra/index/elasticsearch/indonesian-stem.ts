/**
 * The stem that Elasticsearch's `indonesian` analyzer gives a lower-case word (the rules of Tala 2003, without a
 * dictionary), so that what it matched can be marked here: a highlighter on the server analyses every hit again.
 * A test holds both side by side on the real server.
 */
export function indonesianStem(word: string): string {
  const state: State = { word, syllables: countVowels(word), removed: new Set() };
  cutEnd(state, particles);
  cutEnd(state, possessives);
  if (cutPrefix(state, firstPrefixes)) {
    if (cutSuffix(state)) cutPrefix(state, secondPrefixes);
  } else {
    cutPrefix(state, secondPrefixes);
    cutSuffix(state);
  }
  return state.word;
}

interface State {
  word: string;
  syllables: number;
  /** Prefixes that went; some suffixes do not go with them. */
  removed: Set<string>;
}

/** A word of two syllables or fewer is a root. */
const rootSyllables = 2;
const vowels = 'aeiou';
const isVowel = (char: string | undefined): boolean => char !== undefined && vowels.includes(char);

function countVowels(word: string): number {
  let count = 0;
  for (const char of word) if (isVowel(char)) count += 1;
  return count;
}

const particles = ['kah', 'lah', 'pun'];
const possessives = ['ku', 'mu', 'nya'];

function cutEnd(state: State, ends: readonly string[]): void {
  if (state.syllables <= rootSyllables) return;
  const end = ends.find((one) => state.word.endsWith(one));
  if (end) take(state, state.word.slice(0, -end.length));
}

function take(state: State, word: string): void {
  state.word = word;
  state.syllables -= 1;
}

interface Prefix {
  starts: string;
  /** What the word is remembered to have lost; empty where no suffix asks. */
  as: string;
  /** Letters that go; by default all of `starts`. */
  cut?: number;
  /** Put before what is left: the letter that the prefix had melted with. */
  put?: string;
  applies?: (word: string) => boolean;
}

const vowelAt = (place: number) => (word: string) => isVowel(word[place]);

/** The first that applies is taken. */
const firstPrefixes: readonly Prefix[] = [
  { starts: 'meng', as: 'meng' },
  { starts: 'meny', as: 'meng', put: 's', applies: vowelAt(4) },
  { starts: 'men', as: 'meng' },
  { starts: 'mem', as: 'meng' },
  { starts: 'me', as: 'meng' },
  { starts: 'peng', as: 'peng' },
  { starts: 'peny', as: 'peng', put: 's', applies: vowelAt(4) },
  { starts: 'peny', as: 'peng' },
  { starts: 'pen', as: 'peng', put: 't', applies: vowelAt(3) },
  { starts: 'pen', as: 'peng' },
  { starts: 'pem', as: 'peng' },
  { starts: 'di', as: 'di' },
  { starts: 'ter', as: 'ter' },
  { starts: 'ke', as: 'ke' },
];

const secondPrefixes: readonly Prefix[] = [
  { starts: 'ber', as: 'ber' },
  { starts: 'belajar', as: 'ber', cut: 3, applies: (word) => word.length === 7 },
  {
    starts: 'be',
    as: 'ber',
    applies: (word) => word.length > 4 && !isVowel(word[2]) && word.startsWith('er', 3),
  },
  { starts: 'per', as: '' },
  { starts: 'pelajar', as: '', cut: 3, applies: (word) => word.length === 7 },
  { starts: 'pe', as: 'pe' },
];

function cutPrefix(state: State, prefixes: readonly Prefix[]): boolean {
  if (state.syllables <= rootSyllables) return false;
  const { word } = state;
  const found = prefixes.find(({ starts, applies }) => word.startsWith(starts) && (applies?.(word) ?? true));
  if (!found) return false;
  take(state, (found.put ?? '') + word.slice(found.cut ?? found.starts.length));
  state.removed.add(found.as);
  return true;
}

const suffixes: readonly { ends: string; not: readonly string[]; notAfter?: string }[] = [
  { ends: 'kan', not: ['ke', 'peng', 'pe'] },
  { ends: 'an', not: ['di', 'meng', 'ter'] },
  { ends: 'i', not: ['ber', 'ke', 'peng'], notAfter: 's' },
];

function cutSuffix(state: State): boolean {
  if (state.syllables <= rootSyllables) return false;
  const { word, removed } = state;
  const found = suffixes.find(
    ({ ends, not, notAfter }) =>
      word.endsWith(ends) &&
      !not.some((prefix) => removed.has(prefix)) &&
      (notAfter === undefined || !word.endsWith(notAfter + ends)),
  );
  if (!found) return false;
  take(state, word.slice(0, -found.ends.length));
  return true;
}
