import { wordsOf } from './words.ts';

/** A link, a handle or an emoji, which has no words. */
export const isMark = /^(?:https?:|www\.|@\w)|^\p{Extended_Pictographic}/u;
/** A mark of writing that stands alone. */
export const isSign = /^[-–—:.,;!?…"()|/~*]*$/u;
const rupiah = /(?<![\p{L}\p{N}])rp\.?(?=\d)/iu;

/** Short names of places, written out: "Jatim" and "Jawa Timur" are one. */
const writtenOut = new Map(
  `
jabar=jawa barat, jateng=jawa tengah, jatim=jawa timur, sumut=sumatera utara, sumbar=sumatera barat, sumsel=sumatera selatan
kalbar=kalimantan barat, kalteng=kalimantan tengah, kalsel=kalimantan selatan, kaltim=kalimantan timur, kaltara=kalimantan utara
sulut=sulawesi utara, sulteng=sulawesi tengah, sulsel=sulawesi selatan, sultra=sulawesi tenggara, sulbar=sulawesi barat
malut=maluku utara, ntb=nusa tenggara barat, ntt=nusa tenggara timur, kepri=kepulauan riau, babel=bangka belitung
jakbar=jakarta barat, jaksel=jakarta selatan, jaktim=jakarta timur, jakut=jakarta utara, jakpus=jakarta pusat
tangsel=tangerang selatan
`
    .trim()
    .split(/[,\n]/)
    .map((pair) => {
      const [short, long] = pair.trim().split('=');
      return [short!, long!.split(' ')] as const;
    }),
);

/** The words of a written word, remembered: most texts are made of few thousand. Emptied when full. */
export const longestCache = 32_768;
const cache = new Map<string, readonly string[]>();
const noWords: readonly string[] = [];

/** The words of what stands between two spaces; none of a link, handle, emoji or sign. */
export function wordsIn(written: string): readonly string[] {
  const remembered = cache.get(written);
  if (remembered !== undefined) return remembered;
  if (cache.size >= longestCache) cache.clear();
  // The tokeniser takes "Rp1,1" for a word and a number: the currency stands alone.
  const words = isMark.test(written)
    ? noWords
    : wordsOf(written.replace(rupiah, 'rp ')).flatMap((word) => writtenOut.get(word) ?? word);
  cache.set(written, words);
  return words;
}
