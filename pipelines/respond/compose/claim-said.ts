import { splitSentences } from '../../../shared/text/split-sentences.ts';

/** Written in capitals whatever surrounds them. Our own list. */
const acronyms = new Set(
  'KPU KIP TPS DPT DPTB DPK NIK KTP KK RI PPK PPS KPPS PPLN DKPP MK TNI POLRI DPR DPD DPRD WNA WNI PSU C.HASIL SPBU HP SMS APK'.split(
    ' ',
  ),
);
/** Names that begin with a capital in the middle of a sentence, too. */
const names = new Set('sirekap bawaslu pemilu pilpres pilkada indonesia situng singapura'.split(' '));

const noise =
  /https?:\/\/\S+|www\.\S+|[#@][\p{L}\p{N}_]+|\p{Extended_Pictographic}|\uFE0F|[\u200B-\u200D]|\[[^\]]{0,40}\]/gu;
const openers =
  /^(?:breaking(?: news)?|viral|info(?: penting)?|penting|astaga\w*|waspada|awas|heboh|geger|hati-hati|gawat|terbongkar|kabar terbaru|news|bahwa|benarkah|apakah benar|betulkah|katanya|konon|kata orang)\b[\s:!,.–-]*/iu;
const calls =
  /^(?:ayo|mari|tolong|mohon|silakan|jangan|sebarkan|viralkan|bagikan|share|sebar|teruskan|lawan|kawal|simak|cek|baca)\b/iu;

/** Words told of a rumour at most. Chosen: two lines of a page; more would be telling it for its spreaders. */
const mostWords = 30;

/**
 * What circulated, as it may be told once inside a sentence (`Beredar informasi bahwa …`): its first assertion, without
 * links, handles, pictographs, shouting, calls to pass it on and the sign at its end.
 */
export function claimSaid(text: string): string {
  const sentences = splitSentences(text.replace(noise, ' '))
    .map((sentence) => withoutOpeners(sentence.replace(/\s+/g, ' ').trim()))
    .filter((sentence) => sentence.split(' ').length >= 3);
  const told = sentences.find((sentence) => !calls.test(sentence)) ?? sentences[0] ?? text.trim();
  const words = calmed(told.replace(/[\s!?.…,;:–-]+$/u, '')).split(/\s+/);
  const short = words.length <= mostWords ? words.join(' ') : `${words.slice(0, mostWords).join(' ')} …`;
  return smallStart(short.replace(/"/g, ''));
}

function withoutOpeners(sentence: string): string {
  let rest = sentence;
  for (let at = 0; at < 3; at++) rest = rest.replace(openers, '').trim();
  return rest;
}

/** Text in capitals throughout is told in small letters; single loud words as well. */
function calmed(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const loud = letters.replace(/[^\p{Lu}]/gu, '').length > letters.length * 0.6;
  return text
    .split(' ')
    .map((word) => {
      const bare = word.replace(/[^\p{L}\p{N}.]/gu, '');
      if (acronyms.has(bare.toUpperCase())) return word.toUpperCase();
      const isLoud = bare.length > 3 && bare === bare.toUpperCase() && /\p{L}/u.test(bare);
      if (!loud && !isLoud) return word;
      const small = word.toLowerCase();
      return names.has(small) ? small[0]!.toUpperCase() + small.slice(1) : small;
    })
    .join(' ')
    .replace(/([!?]){2,}/g, '$1');
}

/** A small first letter, unless a name stands there: an acronym, a known name, or two capitalised words in a row. */
export function smallStart(text: string): string {
  const [first = '', second = ''] = text.split(' ');
  const bare = first.replace(/[^\p{L}\p{N}.]/gu, '');
  const isName =
    acronyms.has(bare.toUpperCase()) ||
    names.has(bare.toLowerCase()) ||
    (/^\p{Lu}\p{Ll}/u.test(second) && /^\p{Lu}\p{Ll}/u.test(first));
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
