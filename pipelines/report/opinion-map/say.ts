/** Numbers and words as Indonesian readers write them. */
const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const sayWhole = (value: number): string => whole.format(value);

/** "+12,5", "−3,0": with a real minus sign. */
export const saySigned = (value: number): string => {
  const text = oneDigit.format(Math.abs(value));
  if (text === '0,0') return text;
  return `${value > 0 ? '+' : '−'}${text}`;
};

/** "41,2%" of 0.412. */
export const sayShare = (share: number): string => `${oneDigit.format(share * 100)}%`;

/** "naik 12,5%", "turun 3,0%"; from twice on in times, since "1.615%" says less than "17 kali". */
export const sayChange = (change: number): string => {
  if (change >= 1) return `naik menjadi ${saySigned(1 + change).slice(1)} kali`;
  return `${change > 0 ? 'naik' : 'turun'} ${sayShare(Math.abs(change))}`;
};

/** "35 menit", "2,5 jam", "1,3 hari". */
export function sayDuration(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 90) return `${whole.format(minutes)} menit`;
  return minutes < 48 * 60
    ? `${oneDigit.format(minutes / 60)} jam`
    : `${oneDigit.format(minutes / 1440)} hari`;
}

/** "a, b, dan c". */
export const sayList = (words: readonly string[]): string =>
  words.length < 3 ? words.join(' dan ') : `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`;

export const topicNames: Readonly<Record<string, string>> = {
  logistik: 'Logistik',
  dpt: 'Daftar pemilih',
  sirekap: 'Sirekap',
  'pemungutan suara': 'Pemungutan suara',
  rekapitulasi: 'Rekapitulasi',
  pencalonan: 'Pencalonan',
  kampanye: 'Kampanye',
  anggaran: 'Anggaran',
  etik: 'Etik penyelenggara',
  sosialisasi: 'Sosialisasi',
  keamanan: 'Keamanan',
  lainnya: 'Lainnya',
};
export const platformNames: Readonly<Record<string, string>> = {
  news: 'Media daring',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  forum: 'Forum',
  report: 'Laporan warga',
  other: 'Lainnya',
};
export const stateNames: Readonly<Record<string, string>> = {
  new: 'baru',
  triaged: 'sudah dipilah',
  verifying: 'sedang diverifikasi',
  drafting: 'naskah disusun',
  approval: 'menunggu persetujuan',
  published: 'klarifikasi terbit',
  monitored: 'dipantau',
  answered: 'sudah dijawab',
  forwarded: 'diteruskan',
  closed: 'selesai',
  dismissed: 'tidak ditindaklanjuti',
  merged: 'digabung',
};
export const verdictNames: Readonly<Record<string, string>> = {
  belum_diperiksa: 'belum diperiksa',
  salah: 'salah',
  menyesatkan: 'menyesatkan',
  sebagian_benar: 'sebagian benar',
  benar: 'benar',
  belum_terbukti: 'belum terbukti',
};
/** Lower case for names that are words, kept for proper ones. */
export const topicInText = (topic: string): string =>
  topic === 'sirekap' ? 'Sirekap' : (topicNames[topic] ?? topic).toLowerCase();
