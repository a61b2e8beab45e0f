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
/** What a word does, as bits: any number of them. */
export const IS_GOOD = 1;
export const IS_BAD = 2;
export const NEGATES = 4;
export const TURNS_ROUND = 8;
const MOOD = IS_GOOD | IS_BAD;

const roles = new Map<string, number>();
const give = (list: string, role: number) => {
  for (const word of list.split(/\s+/).filter(Boolean)) roles.set(word, (roles.get(word) ?? 0) | role);
};
give(GOOD, IS_GOOD);
give(BAD, IS_BAD);
give(NEGATIONS, NEGATES);
give(TURNS, TURNS_ROUND);

/** What a word does to the mood, in bits; 0 for most. One that ends in `nya` is good or bad as the word before it is. */
export const moodRole = (word: string): number =>
  roles.get(word) ?? (word.endsWith('nya') ? (roles.get(word.slice(0, -3)) ?? 0) & MOOD : 0);
