import aliases from '../../shared/areas/aliases.json' with { type: 'json' };
import east from '../../shared/areas/localities-east.json' with { type: 'json' };
import javaBali from '../../shared/areas/localities-java-bali.json' with { type: 'json' };
import sumatra from '../../shared/areas/localities-sumatra.json' with { type: 'json' };
import homonyms from '../enrich/places/homonyms.json' with { type: 'json' };
import { closers, openers } from './close-words.ts';
import { commonWords, domainWords } from './common-words.ts';
import { hashText } from './hash-text.ts';
import { numberAt } from './number-words.ts';
import { placeWords } from './place-words.ts';
import { lightStem } from './stem.ts';
import { wordsOf } from './words.ts';
import { isSign, longestCache, wordsIn } from './written-words.ts';

/** What a word may do to the statement it stands in. */
export const tellingKinds = {
  plain: 0,
  negation: 1,
  /** Says that it is so; a negation in its place turns the statement round. */
  affirmation: 2,
  /** Calls a statement wrong. */
  debunk: 3,
  number: 4,
  place: 5,
  /** An institution. */
  body: 6,
  /** An office that one person holds. */
  office: 7,
  party: 8,
  /** A verb by its prefix: what a negation before it denies. */
  verb: 9,
  /** A mark that stands alone between words ("-", "?"): what stands in its place was not put in. */
  sign: 10,
} as const;
export type TellingKind = (typeof tellingKinds)[keyof typeof tellingKinds];

/** A word for comparing: its kind in the upper four bits, a hash of its stem in the lower twelve. */
export type Token = number;
const hashBits = 12;
export const kindOf = (token: Token): TellingKind => (token >>> hashBits) as TellingKind;

const listed = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

const negations = listed(
  'tidak bukan belum jangan tanpa batal urung gagal mustahil enggan ogah menolak tolak tidaklah tidakkah bukanlah bukannya belumlah dudu mboten ora teu henteu sanes moal indak not',
);
const affirmations = listed(
  'sudah telah akan masih pernah sempat memang benar benar-benar resmi adalah wajib boleh terbukti asli sah',
);
const debunks = listed(
  'hoaks hoax hoak hox bohong palsu bantah membantah dibantah bantahan menepis ditepis tepis klarifikasi fitnah disinformasi misinformasi keliru menyesatkan faktanya cekfakta turnbackhoax dipelintir',
);
/** A negation and the word after it that together call a statement wrong. */
const denials = new Map([
  ['tidak', new Set(listed('benar betul terbukti berdasar'))],
  ['jangan', new Set(listed('percaya termakan mudah'))],
  ['bukan', new Set(listed('fakta kenyataan'))],
]);
/** Each line is one body. */
const bodies = `
kpu kpud
bawaslu panwaslu panwaslih panwascam panwas
dkpp
mk
polisi polri polres polda polsek polresta polrestabes kepolisian bareskrim brimob
tni tentara kodim koramil korem kodam
kejaksaan kejari kejati kejagung jaksa
kpk
bpk
dpr
dprd
dpd
mpr
kemendagri mendagri
kominfo komdigi
dukcapil disdukcapil
ptun
ppk
pps
kpps
ppln
pantarlih
`;
const offices = listed('presiden gubernur bupati walikota camat lurah');
const parties = listed(
  'pdip gerindra golkar nasdem pkb pks demokrat ppp psi perindo hanura gelora pbb garuda buruh ummat pkn',
);
/** What a part of the country is called: the word after it is its name. */
const placeCues = new Set(
  listed('kecamatan kec kelurahan desa dusun kampung distrik nagari gampong provinsi kabupaten kota'),
);
/** Tell two of one name apart: "Kota" and "Kabupaten Malang", "Jakarta Timur" and "Barat". */
const placeKinds = listed('kota kabupaten kab provinsi');
/** Ordinary words that are parts of names ("Aceh Besar", "Tanah Datar"): places only beside another part. */
const nameParts = new Set(
  listed(`
utara selatan timur barat tengah tenggara daya laut raya besar jaya tinggi panjang datar penuh bawang bumbu meriah agung kidul kulon
hulu hilir ulu ilir kanan bagian pulang pisau murung gunung pegunungan bukit sungai muara tanjung teluk pulau kepulauan pesisir pantai
pasar tanah tebing karang sawah padi alam tulang raja bintang intan pusat daerah khusus istimewa administrasi ibukota bandar
labuhan pangkal pagar batang kuala kubu lawas natal sebab kesal kesel wahai kisaran kedamaian menjalin dagangan kurun kembaran
tumpang pajangan sandaran seluas semau sape kretek kepung panggul puluh banyakan bete gedeg mentok brondong seribu
`),
);
/** No names even after "desa" and with a capital. */
const everyday: ReadonlySet<string> = new Set([...commonWords, ...domainWords, ...openers, ...closers]);
/** Shorter words of places' names mean something else more often. */
const leastPlaceLetters = 4;

const tokenOf = (kind: TellingKind, text: string): Token =>
  (kind << hashBits) | (hashText(text) & (2 ** hashBits - 1));

let homonym: ReadonlySet<string> | null = null;
/** Names that are ordinary words as well ("Batu"). */
function homonymNames(): ReadonlySet<string> {
  homonym ??= new Set([...homonyms.cue, ...homonyms.office].flatMap(listed));
  return homonym;
}

let known: Map<string, Token> | null = null;

function knownTokens(): Map<string, Token> {
  if (known !== null) return known;
  const tokens = new Map<string, Token>();
  const put = (words: Iterable<string>, kind: TellingKind): void => {
    for (const word of words) tokens.set(word, tokenOf(kind, lightStem(word)));
  };
  const ordinary = new Set([...commonWords, ...domainWords, ...homonymNames()]);
  // Of names of several words most are ordinary ones ("Jembatan Merah"): those of one word alone are taken.
  const names = [aliases, sumatra, javaBali, east].flatMap((file) =>
    Object.values(file)
      .flatMap((list) => list.split(',').map(wordsOf))
      .flatMap((name) => (name.length === 1 ? name : [])),
  );
  put(
    [...placeWords(), ...names].filter(
      (word) => word.length >= leastPlaceLetters && !ordinary.has(word) && !nameParts.has(word),
    ),
    tellingKinds.place,
  );
  put(placeKinds, tellingKinds.place);
  tokens.set('kab', tokenOf(tellingKinds.place, lightStem('kabupaten')));
  for (const line of bodies.trim().split('\n'))
    for (const word of line.split(' ')) tokens.set(word, tokenOf(tellingKinds.body, line));
  put(offices, tellingKinds.office);
  put(parties, tellingKinds.party);
  put(affirmations, tellingKinds.affirmation);
  put(negations, tellingKinds.negation);
  put(debunks, tellingKinds.debunk);
  known = tokens;
  return tokens;
}

/** Characters and words read of one text; as in `words.ts`. */
const mostCharacters = 6_000;
const mostTokens = 400;
/** A link, a handle or a sign stands for itself: a negation in its place was not put in. */
const mark: Token = tokenOf(tellingKinds.plain, ' ');
const sign: Token = tokenOf(tellingKinds.sign, '');

const plainTokens = new Map<string, Token>();

function plainToken(word: string): Token {
  const remembered = plainTokens.get(word);
  if (remembered !== undefined) return remembered;
  if (plainTokens.size >= longestCache) plainTokens.clear();
  const token = tokenOf(isVerb.test(word) ? tellingKinds.verb : tellingKinds.plain, lightStem(word));
  plainTokens.set(word, token);
  return token;
}

const isVerb = /^(?:me|di|ber|ter)[a-z]{3}/;
const markWord = ' ';
const signWord = '';
const isCapital = /^\p{Lu}\p{Ll}/u;

/** "[SALAH]", as fact-checkers begin. */
const isVerdictTag = /^[[(](?:salah|keliru|false|misleading)[\])]/i;

/** A text for comparing what it says with another's. */
export interface Statement {
  /** What its words say, in order. */
  tokens: Uint16Array;
  /** Its numbers, equal however they are written. */
  numbers: ReadonlySet<string>;
}

/**
 * Reads what the words of a text say: a number of several words is one token, equal however it is written; "tidak benar"
 * is a debunk; what follows "kecamatan" with a capital is a place; links, handles and emoji are marks.
 */
export function readStatement(text: string): Statement {
  const table = knownTokens();
  const { words, names, tagged } = wordsWritten(text);
  const tokens = new Uint16Array(words.length);
  const numbers = new Set<string>();
  let count = 0;
  for (let at = 0; at < words.length; ) {
    const number = tagged.has(at) ? null : numberAt(words, at);
    if (number === null) {
      const token = read(words, at, names.has(at), table);
      // A hashtag's parts are no part of the sentence; that it calls something a hoax is heard.
      const isHeard = !tagged.has(at) || kindOf(token) === tellingKinds.debunk;
      tokens[count++] = isHeard ? token : tokenOf(tellingKinds.plain, words[at]!);
      at++;
    } else {
      tokens[count++] = tokenOf(tellingKinds.number, number.value);
      numbers.add(number.value);
      at += number.length;
    }
  }
  return { tokens: tokens.slice(0, count), numbers };
}

export const readTokens = (text: string): Uint16Array => readStatement(text).tokens;

/** The words of a text, and which of them begin with a capital or are of a hashtag. */
function wordsWritten(text: string): { words: string[]; names: Set<number>; tagged: Set<number> } {
  const words: string[] = [];
  const [names, tagged] = [new Set<number>(), new Set<number>()];
  for (const written of text.slice(0, mostCharacters).split(/\s+/)) {
    if (words.length >= mostTokens) break;
    if (isCapital.test(written)) names.add(words.length);
    if (isVerdictTag.test(written)) words.push('hoaks');
    const own = wordsIn(written);
    if (written.startsWith('#')) for (let i = 0; i < own.length; i++) tagged.add(words.length + i);
    if (own.length > 0) words.push(...own);
    else if (written !== '') words.push(isSign.test(written) ? signWord : markWord);
  }
  return { words, names, tagged };
}

function read(
  words: readonly string[],
  at: number,
  isName: boolean,
  table: ReadonlyMap<string, Token>,
): Token {
  const word = words[at]!;
  if (word === markWord) return mark;
  if (word === signWord) return sign;
  const before = words[at - 1] ?? '';
  if (denials.get(word)?.has(words[at + 1] ?? '')) return tokenOf(tellingKinds.debunk, word);
  const token = table.get(word);
  if (token !== undefined) return token;
  const isNamed = placeCues.has(before) && (isName ? !everyday.has(word) : homonymNames().has(word));
  const isPart = nameParts.has(word) && kindOf(table.get(before) ?? 0) === tellingKinds.place;
  if (isNamed || isPart) return tokenOf(tellingKinds.place, lightStem(word));
  return plainToken(word);
}
