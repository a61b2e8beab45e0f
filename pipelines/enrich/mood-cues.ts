import { type Cue, numberedCues } from './model/cue.ts';

/** Words that are good or bad whatever the matter, in the standard forms of normaliseWord. Our own lists. */
const GOOD = `
bagus baik terbaik hebat mantap keren indah cantik ganteng bersih rapi tertib nyaman aman damai sejuk lancar cepat tepat ramah sopan santun sabar jujur adil netral
tegas berani cerdas pintar bijak bijaksana amanah berintegritas profesional berpengalaman berkualitas berprestasi kompeten transparan terbuka tulus ikhlas sederhana merakyat peduli
suka senang bahagia gembira bangga puas cinta sayang kagum salut apresiasi mengapresiasi dukung mendukung dukungan setuju percaya yakin optimis semangat harapan berharap semoga doa
sukses berhasil keberhasilan menang unggul juara prestasi penghargaan maju kemajuan berkembang meningkat membaik sejahtera makmur adil bermanfaat manfaat membantu terbantu bantuan solusi
lezat enak sedap nikmat segar murah gratis hemat untung laba naik melesat menguat tumbuh cuan rekor positif pulih stabil kuat terjaga
selamat terima kasih syukur alhamdulillah bersyukur berkah barokah amin mulia terpuji teladan inspirasi inspiratif menginspirasi luar-biasa istimewa sempurna memuaskan menyenangkan mengesankan
lanjutkan pilih coblos gaspol jos top jempol cocok layak pantas terpercaya dipercaya setia santai asyik seru lucu sehat harmonis bersatu persatuan toleran rukun guyub
kreatif inovatif responsif tanggap sigap gesit energik karismatik berwibawa visioner konsisten disiplin rajin tangguh handal andal mumpuni
emoji_cinta emoji_setuju emoji_semangat emoji_senyum emoji_doa
`;
const BAD = `
buruk jelek parah payah gagal kegagalan hancur rusak kacau berantakan kotor bau jorok kumuh lambat lelet lama macet error ribet rumit susah sulit mahal rugi merugi kerugian
bohong pembohong berbohong dusta kebohongan tipu menipu penipu penipuan curang kecurangan licik munafik korup korupsi koruptor maling mencuri rampok merampok suap sogok pungli kolusi nepotisme dinasti
bodoh goblok tolol dungu bego idiot anjing bangsat brengsek kampret bajingan setan iblis laknat sampah najis jijik menjijikkan busuk biadab keparat jancok tai
benci muak kesal sebal marah geram emosi kecewa mengecewakan menyesal sedih menangis takut khawatir cemas resah gelisah malu memalukan aneh ngawur asal ngaco
fitnah memfitnah hina menghina hujat caci maki ejek mengejek ancam mengancam intimidasi teror kasar arogan sombong angkuh serakah rakus zalim dzalim kejam jahat sadis
salah kesalahan cacat melanggar pelanggaran ilegal haram dosa dilarang ditolak menolak tolak lawan boikot protes mengeluh keluhan komplain gugat ganti lengserkan copot mundur bubarkan
turun anjlok jeblok ambruk merosot melemah longsor jatuh bangkrut pailit utang hutang defisit inflasi krisis resesi phk sepi minus negatif suram bahaya berbahaya ancaman
miskin kemiskinan lapar kelaparan menderita sengsara mati tewas meninggal korban bencana musibah banjir kebakaran kecelakaan sakit penyakit
hambar basi pahit asin keras alot dingin bising berisik sempit gelap panas jauh kecewanya nyesel kapok rugi percuma sia-sia omong-kosong pencitraan hoax provokasi provokator radikal intoleran
lemah plin-plan boneka antek kacung buzzer cebong kadrun preman bobrok rezim tirani otoriter diktator curiga mencurigakan manipulasi dimanipulasi rekayasa
emoji_marah emoji_sedih emoji_sinis emoji_jijik
`;
const NEGATIONS = 'tidak bukan belum jangan kurang tanpa anti mustahil jarang';
const TURNS = 'tapi tetapi namun sayangnya cuma hanya padahal meskipun walaupun';
/** A negation reaches this many words ahead. */
const REACH = 2;

/** What a word does, as bits: any number of them. */
const IS_GOOD = 1;
const IS_BAD = 2;
const NEGATES = 4;
const TURNS_ROUND = 8;
const MOOD = IS_GOOD | IS_BAD;

const roles = new Map<string, number>();
const give = (list: string, role: number) => {
  for (const word of list.split(/\s+/).filter(Boolean)) roles.set(word, (roles.get(word) ?? 0) | role);
};
give(GOOD, IS_GOOD);
give(BAD, IS_BAD);
give(NEGATIONS, NEGATES);
give(TURNS, TURNS_ROUND);

const level = (count: number) => Math.min(3, count);
const goodCue = numberedCues('good', 0, 3);
const badCue = numberedCues('bad', 0, 3);
const balanceCue = numberedCues('balance', -3, 3);
const lastCue = numberedCues('last', -1, 1);
const turnCue = numberedCues('turn', -1, 1);

/**
 * What known good and bad words say together, as cues for the trained score: how many of each, with negations turned
 * round, which prevail, and which come last or after a "but". It carries to texts about matters never trained on.
 */
export function moodCues(words: readonly string[]): Cue[] {
  let good = 0;
  let bad = 0;
  let last = 0;
  let afterTurn = 0;
  let turned = false;
  let negatedUntil = -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const role = roles.get(word) ?? (word.endsWith('nya') ? (roles.get(word.slice(0, -3)) ?? 0) & MOOD : 0);
    if (role === 0) continue;
    if (role & NEGATES) negatedUntil = i + REACH;
    if (role & TURNS_ROUND) turned = true;
    const own = role & IS_BAD ? -1 : role & IS_GOOD;
    if (own === 0) continue;
    last = i <= negatedUntil ? -own : own;
    if (last > 0) good++;
    else bad++;
    if (turned) afterTurn = last;
  }
  const balance = Math.max(-3, Math.min(3, good - bad));
  return [goodCue(level(good)), badCue(level(bad)), balanceCue(balance), lastCue(last), turnCue(afterTurn)];
}
