/**
 * A light Indonesian stemmer for comparing texts: it need not find the dictionary root, only bring the forms of
 * one word together. Rules: particles, possessives, one suffix, then up to two prefixes with the usual
 * nasal restoration; a stem keeps at least four letters.
 */
export function lightStem(word: string): string {
  if (word.length <= 4) return word;
  return stripPrefix(stripPrefix(stripSuffix(word)));
}

const minimumStem = 4;

function stripSuffix(word: string): string {
  let stem = word;
  stem = dropEnding(stem, ['lah', 'kah', 'pun', 'tah']);
  stem = dropEnding(stem, ['nya']);
  const bare = dropEnding(stem, ['kan', 'an']);
  if (bare !== stem) return bare;
  return stem.length > minimumStem + 1 && stem.endsWith('i') ? stem.slice(0, -1) : stem;
}

function dropEnding(word: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (word.length - ending.length >= minimumStem && word.endsWith(ending)) {
      return word.slice(0, -ending.length);
    }
  }
  return word;
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter);

/** Prefix and what stands in for the letter the nasal swallowed when a vowel follows. */
const nasalPrefixes: readonly (readonly [prefix: string, restored: string])[] = [
  ['meny', 's'],
  ['peny', 's'],
  ['meng', ''],
  ['peng', ''],
  ['mem', 'p'],
  ['pem', 'p'],
  ['men', 't'],
  ['pen', 't'],
];
const plainPrefixes: readonly string[] = ['ber', 'ter', 'per', 'di', 'ke', 'se', 'me', 'pe'];

function stripPrefix(word: string): string {
  for (const [prefix, restored] of nasalPrefixes) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    const stem = isVowel(rest[0]) ? restored + rest : rest;
    return stem.length >= minimumStem ? stem : word;
  }
  for (const prefix of plainPrefixes) {
    if (word.length - prefix.length >= minimumStem && word.startsWith(prefix))
      return word.slice(prefix.length);
  }
  return word;
}
