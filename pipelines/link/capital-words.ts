import { localities } from '../../shared/areas/localities.ts';
import { allAreas } from '../../shared/areas/units.ts';
import events from '../enrich/lexicon/events.json' with { type: 'json' };
import stance from '../enrich/lexicon/stance.json' with { type: 'json' };
import tone from '../enrich/lexicon/tone.json' with { type: 'json' };
import topics from '../enrich/lexicon/topics.json' with { type: 'json' };
import homonyms from '../enrich/places/homonyms.json' with { type: 'json' };
import { commonWords, domainWords } from './common-words.ts';

const listed = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** Abbreviations, in small letters: those that could be read as words, and those that stand in the lists of words. */
export const acronyms: ReadonlySet<string> = new Set(
  listed(
    'kpu kpud kpps kppsln ppk pps ppln tps tpsln dpt dptb dptln dpk dphp dps kip psu pkpu uu ri ktp nik kk sim wni wna tka asn ' +
      'pns tni dkpp mk ma mpr dpr dprd dpd kpk ham bpk bkn bin bssn bmkg bnpb bpbd bps bpjs bumn bumd apbn apbd umkm ojk pln pt ' +
      'cv tv hp wa ig fb sms rt rw sd smp sma smk ugm ui itb ipb its pan pkb pks ppp psi pbb pdi pdip pkn dki diy ntb ntt mui nu ' +
      'lsm ikn sara phk umr ump bbm lpg pcr paud hut qr ai idi kua ut bem nkri pmi ite amin',
  ),
);

/** Names that are written so wherever they stand; parties and offices are here for their spelling alone. */
export const names: ReadonlyMap<string, string> = new Map(
  listed(
    'Bawaslu Panwaslu Polri Polda Polres Polsek Bakohumas Sirekap Sipol Silon Sidalih Siakba Indonesia Allah Pancasila Ramadan ' +
      'Golkar Gerindra NasDem Hanura Perindo Demokrat Gelora Januari Februari Maret April Mei Juni Juli Agustus September ' +
      'Oktober November Desember Senin Selasa Rabu Kamis Jumat Sabtu Jawa Sumatera Sumatra Kalimantan Sulawesi Papua Bali Maluku ' +
      'WhatsApp Facebook Instagram TikTok YouTube Telegram Twitter Google Islam Kristen Katolik Hindu Buddha Idulfitri Natal',
  ).map((name) => [name.toLowerCase(), name]),
);

/** Words of the labels' lists; shorter ones may be abbreviations. */
const listedWords = [events, stance, tone, topics]
  .flatMap((lexicon) => Object.values(lexicon).flatMap((lines: readonly string[]) => lines.flatMap(listed)))
  .filter((word) => word.length > 4);

/** Words that are shouted more often than an abbreviation like them is written. */
export const plain: ReadonlySet<string> = new Set(
  [
    ...commonWords,
    ...domainWords,
    ...listedWords,
    ...listed(
      'tidak bukan jangan belum tak tanpa awas stop hoaks gawat heboh wajib segera gratis resmi asli palsu rusak rugi pakai ' +
        'mulai kali aku kau nggak gak ga udah lawan tolak usut cabut mati hidup uang juta ribu suap bola air api batal kacau gagal hilang ditunda',
    ),
  ].filter((word) => !acronyms.has(word) && !names.has(word.toLowerCase())),
);

/** What an area is, before its name; and which side of it, after. */
export const kinds: ReadonlySet<string> = new Set(listed('kota kabupaten provinsi kecamatan kelurahan desa'));
export const sides: ReadonlySet<string> = new Set(listed('utara selatan barat timur tengah daya laut raya'));

interface Places {
  all: ReadonlySet<string>;
  /** Those that mean nothing else. */
  sure: ReadonlySet<string>;
}
let places: Places | null = null;

/**
 * A word of an area's name, or a town's or district's whole name, that means nothing else.
 * @param isNamed the word before says that it is a place: a name that means something else counts, too
 */
export function isPlaceName(word: string | undefined, isNamed = false): boolean {
  if (word === undefined) return false;
  places ??= readPlaces();
  return (isNamed ? places.all : places.sure).has(word);
}

const islands = listed('jawa sumatera sumatra kalimantan sulawesi papua maluku');

function readPlaces(): Places {
  const areas = allAreas().map(({ name }) => listed(name.toLowerCase()).filter((word) => !kinds.has(word)));
  const towns = Object.values(localities)
    .flatMap((list) => list.toLowerCase().split(','))
    .map((name) => [name.trim()])
    .filter(([name]) => !name!.includes(' '));
  // Shorter ones are abbreviations or words: Bau, Toli, GBK
  const isName = (word: string): boolean => word.length > 3 && !plain.has(word) && !sides.has(word);
  const all = [...areas, ...towns].map((name) => name.filter(isName));
  const other = new Set(Object.values(homonyms).flatMap((lists) => lists.flatMap(listed)));
  // Of "Pulang Pisau" neither word is a name by itself
  const alone = all.filter((name) => name.length === 1).flat();
  return {
    all: new Set(all.flat()),
    sure: new Set([...islands, ...alone.filter((name) => !other.has(name))]),
  };
}
