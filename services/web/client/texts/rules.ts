import { catalogue, type Pair } from './catalogue.ts';

/** What a rule asks, in a few plain sentences. */
export const ruleTexts = catalogue({
  evidence: [
    'Vonis “salah” perlu satu sumber primer (peraturan, keputusan, atau data KPU) atau dua sumber sekunder dari penerbit yang berbeda. Tanpa itu, pilih “belum terbukti”.',
    'The verdict “false” needs one primary source (regulation, decision or KPU data) or two secondary ones by different publishers. Without them choose “unproven”.',
  ],
  verdict: [
    'Mesin hanya memberi indikasi. Vonis ditetapkan orang yang berwenang dan disetujui orang lain. Kritik bukan hoaks dan tidak diberi vonis.',
    'The machine only indicates. An authorised person sets the verdict and another one approves it. Criticism is no hoax and gets no verdict.',
  ],
  truthFirst: [
    'Sebut yang benar lebih dahulu, lalu peringatan, mengapa kabar itu menyesatkan, dan yang benar sekali lagi. Kabar keliru cukup disebut satu kali dan tidak di judul.',
    'Say what is true first, then the warning, why it misleads, and the truth again. Name the myth once, and never in the headline.',
  ],
  civil: [
    'Jawaban baik dan beradab: tanpa kata menghina, tanpa memihak partai atau calon, dan selalu dengan tautan sumber.',
    'Answers are good and civil: no insults, no favour to a party or candidate, and always a link to the source.',
  ],
  length: [
    'Pesan WhatsApp paling banyak 150 kata, unggahan X 280 huruf, naskah dibaca dalam 30 detik.',
    'A WhatsApp text has at most 150 words, a post on X 280 letters, a script 30 seconds.',
  ],
  correction: [
    'Terbitan tidak pernah diam-diam diganti. Yang berubah disebut di halaman klarifikasi, dan versi sebelumnya tetap tersimpan.',
    'What was published is never changed in silence. The page says what changed, and the version before is kept.',
  ],
  reviewDate: [
    'Setiap fakta dan vonis punya tanggal tinjau ulang: 7 hari selama tahapan pemilu, selain itu 30 hari. Sesudahnya tidak dipakai sampai ditinjau lagi.',
    'Each fact and verdict has a review date: 7 days during a stage of an election, else 30. After it nothing uses them until they are reviewed.',
  ],
  verbatim: [
    'Klaim dicatat apa adanya, seperti beredar. Kata “tidak”, “bukan”, “belum” dan angka menentukan artinya.',
    'A claim is kept verbatim, as it circulates. Negations and numbers decide what it means.',
  ],
  reason: [
    'Alasan disimpan selamanya di jejak audit bersama nama Anda dan waktunya; tidak dapat diubah atau dihapus.',
    'The reason is kept for ever in the audit trail with your name and the time; it cannot be changed or removed.',
  ],
  handover: [
    'Isu naik satu tingkat demi satu tingkat; yang tinggi dan kritis boleh langsung ke KPU RI. Ke samping hanya antarunit setingkat. Klaim tentang hasil nasional dijawab provinsi atau KPU RI.',
    'An issue goes up tier by tier; high and critical ones may go to KPU RI at once. Sideways only within a tier. Claims about national results belong to the province or KPU RI.',
  ],
  clock: [
    'Isu kritis: dipilah dalam 15 menit, pernyataan awal dalam 60 menit, klarifikasi dalam 4 jam. Tinggi: 30 menit, 2 jam, 6 jam. Sedang: 4 jam dan 24 jam. Yang terlewat naik satu tingkat dengan sendirinya.',
    'Critical: triage in 15 minutes, holding statement in 60, clarification in 4 hours. High: 30 minutes, 2 and 6 hours. Medium: 4 and 24 hours. A missed target escalates one tier by itself.',
  ],
  impact: [
    'Risiko = kemungkinan × dampak. 1–4 rendah, 5–9 sedang, 10–14 tinggi, 15–25 kritis; naik satu tingkat dari H−14 sampai pleno nasional. Dampak 5 paling rendah tinggi.',
    'Risk = likelihood × impact. 1–4 low, 5–9 medium, 10–14 high, 15–25 critical; one level up from 14 days before voting to the national plenary. Impact 5 is at least high.',
  ],
  path: [
    'Kritik, pertanyaan, dan permohonan layanan punya jalur pendek sendiri: dijawab langsung, tanpa vonis. Kritik tidak boleh dirujuk sebagai hoaks; lembaga negara tidak dapat mengaku dicemarkan.',
    'Criticism, questions and requests have short paths of their own: answered directly, without a verdict. Criticism is never referred as a hoax; a state institution cannot claim defamation.',
  ],
  consent: [
    'Orang pribadi hanya dikirimi bila ia menyetujui, dan tidak lagi begitu ia meminta berhenti. Catat bagaimana dan kapan ia setuju.',
    'People are written to only with their consent, and no more once they opt out. Record how and when they agreed.',
  ],
  personal: [
    'Catat hanya data yang perlu untuk pekerjaan ini. Nama dan alamat orang pribadi dapat diminta, diperbaiki, dan dihapus pemiliknya.',
    'Keep only what the work needs. People may ask for, correct and erase their names and addresses.',
  ],
  retention: [
    'Alamat dan nama akun pribadi dilepas paling lama setelah 90 hari. Masa simpan boleh lebih pendek, tidak boleh lebih panjang dari batasnya.',
    'Addresses and handles of private accounts are dropped after 90 days at the latest. Times may be shorter, never longer than their limit.',
  ],
  agreement: [
    'Perjanjian kerja sama punya masa berlaku; Anda diingatkan 60 hari sebelum berakhir.',
    'Agreements run out; you are reminded 60 days before.',
  ],
  outcome: [
    'Laporan triwulan mengambil kegiatan, jumlah hadir, dan hasilnya dari sini. Tanpa hasil, kegiatan terhitung belum dievaluasi.',
    'The quarterly report takes engagements, attendance and outcomes from here. Without an outcome it counts as not evaluated.',
  ],
  quarter: [
    'Kabupaten/kota melapor tiap triwulan kepada ketuanya, lalu provinsi, lalu KPU RI. Isi laporan harus dari triwulan itu; salinan dari triwulan sebelumnya ditandai.',
    'A regency reports each quarter to its chair, then the province, then KPU RI. The text must be of that quarter; copies of the one before are marked.',
  ],
  password: [
    'Paling sedikit 12 karakter, tanpa nama atau alamat Anda, dan bukan pola yang mudah ditebak. Empat kata acak sudah kuat.',
    'At least 12 characters, without your name or address, and no pattern that is easy to guess. Four random words are strong.',
  ],
  roles: [
    'Penyusun tidak menyetujui naskahnya sendiri. Peran berlaku untuk unit itu dan semua di bawahnya; beri yang paling kecil yang cukup.',
    'A drafter does not approve their own text. A role holds for its unit and all below; give the least that is enough.',
  ],
  waking: [
    'Hanya peringatan tinggi dan kritis yang langsung dikirim; sisanya masuk ringkasan pukul 07.00 dan 16.00. WhatsApp hanya untuk yang meminta sendiri.',
    'Only high and critical alerts are sent at once; the rest is in the digest at 07:00 and 16:00. WhatsApp only to those who asked for it.',
  ],
  unitCode: [
    'Kode wilayah mengikuti Kementerian Dalam Negeri. Kode tidak pernah dihapus; unit yang bubar ditutup dan kodenya tetap.',
    'Codes are those of the home ministry. A code is never removed; an office that ends is closed and keeps it.',
  ],
  stages: [
    'Dari H−14 pemungutan suara sampai pleno nasional jam respons berjalan 24 jam dan risiko naik satu tingkat. Tanggalnya diambil dari sini.',
    'From 14 days before voting to the national plenary the clock runs day and night and risk rises one level. The dates come from here.',
  ],
  collecting: [
    'Hanya yang terbuka untuk umum yang dikumpulkan, menurut robots.txt situsnya dan tidak lebih sering dari 10 menit. Yang tidak terkumpul belum tentu aman.',
    'Only what is public is collected, as the site’s robots.txt allows and not more often than every 10 minutes. What is not collected is not therefore safe.',
  ],
  labels: [
    'Nada dinilai terhadap KPU saja, bukan suasana tulisannya. Kritik, sekasar apa pun, benar bila menunjuk tindakan atau layanan yang jelas.',
    'Tone is towards KPU alone, not the mood of the text. Criticism, however rude, is true when it names an act or a service.',
  ],
  notPublic: [
    'Catatan dan lampiran hanya untuk rekan di unit yang menangani. Jangan menulis data pribadi warga yang tidak perlu.',
    'Notes and attachments are for colleagues of the handling unit. Do not write personal data of citizens that nobody needs.',
  ],
});

export type Rule = keyof typeof ruleTexts;

const own: Pair = ['Aturan kerja Saring, disetel oleh KPU RI', 'Working rule of Saring, set by KPU RI'];
const privacy: Pair = [
  'UU 27/2022 tentang Pelindungan Data Pribadi',
  'Law 27/2022 on the protection of personal data',
];
const debunking: Pair = ['The Debunking Handbook 2020', 'The Debunking Handbook 2020'];

/** Where each rule comes from, and the page of the guide that says more. */
export const ruleSources: Readonly<Record<Rule, { source: Pair; guide: string }>> = {
  evidence: { source: own, guide: 'klaim' },
  verdict: { source: own, guide: 'klaim' },
  truthFirst: { source: debunking, guide: 'jawaban' },
  civil: {
    source: [
      'Tugas Bakohumas: isu dijawab dengan baik dan beradab; asas netralitas UU 7/2017',
      'Charge of Bakohumas: answers are good and civil; neutrality by Law 7/2017',
    ],
    guide: 'jawaban',
  },
  length: { source: own, guide: 'jawaban' },
  correction: {
    source: ['UU 14/2008 tentang Keterbukaan Informasi Publik', 'Law 14/2008 on public information'],
    guide: 'jawaban',
  },
  reviewDate: { source: own, guide: 'klaim' },
  verbatim: { source: own, guide: 'klaim' },
  reason: { source: own, guide: 'pengaturan' },
  handover: { source: own, guide: 'isu' },
  clock: {
    source: [
      'Aturan kerja Saring; pedoman komunikasi krisis menyebut enam jam pertama menentukan',
      'Working rule of Saring; the crisis guide calls the first six hours critical',
    ],
    guide: 'isu',
  },
  impact: { source: own, guide: 'isu' },
  path: { source: ['Putusan MK 105/PUU-XXII/2024', 'Constitutional Court 105/PUU-XXII/2024'], guide: 'isu' },
  consent: { source: privacy, guide: 'mitra' },
  personal: { source: privacy, guide: 'mitra' },
  retention: { source: privacy, guide: 'pengaturan' },
  agreement: { source: own, guide: 'mitra' },
  outcome: {
    source: [
      'Tugas Bakohumas: program kehumasan dievaluasi berkala',
      'Charge of Bakohumas: the programme is evaluated',
    ],
    guide: 'mitra',
  },
  quarter: {
    source: [
      'Laporan Bakohumas per triwulan (TW 1–4) dan tahunan',
      'Quarterly and yearly reports of Bakohumas',
    ],
    guide: 'laporan',
  },
  password: { source: ['OWASP ASVS 5.0, bab kata sandi', 'OWASP ASVS 5.0, passwords'], guide: 'pengaturan' },
  roles: { source: own, guide: 'pengaturan' },
  waking: {
    source: [
      'Aturan kerja Saring; kebijakan WhatsApp Business',
      'Working rule of Saring; WhatsApp Business policy',
    ],
    guide: 'pengaturan',
  },
  unitCode: {
    source: ['Kode wilayah Kementerian Dalam Negeri', 'Area codes of the home ministry'],
    guide: 'pengaturan',
  },
  stages: {
    source: ['Jadwal tahapan menurut Peraturan KPU', 'Stages as KPU regulations set them'],
    guide: 'pengaturan',
  },
  collecting: { source: own, guide: 'sumber' },
  labels: { source: ['Pedoman pelabelan Saring', 'Labelling rules of Saring'], guide: 'mutu' },
  notPublic: { source: privacy, guide: 'isu' },
};
