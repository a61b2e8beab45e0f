import type { AnswerKind } from '../../../shared/domain/answer.ts';
import type { Claim, ClaimStatus } from '../../../shared/domain/claim.ts';
import type { Topic } from '../../../shared/domain/labels.ts';
import type { Level } from '../../../shared/domain/risk.ts';

/** What a matter is called without telling the rumour. */
export const subjectOfTopic: Readonly<Record<Topic, string>> = {
  logistik: 'logistik pemilu',
  dpt: 'daftar pemilih',
  sirekap: 'Sirekap',
  'pemungutan suara': 'pemungutan dan penghitungan suara',
  rekapitulasi: 'rekapitulasi hasil pemilu',
  pencalonan: 'pencalonan',
  kampanye: 'kampanye',
  anggaran: 'anggaran pemilu',
  etik: 'tugas penyelenggara pemilu',
  sosialisasi: 'layanan informasi pemilu',
  keamanan: 'keamanan pemilu',
  lainnya: 'penyelenggaraan pemilu',
};

/** Why it misleads, by First Draft's kind; said only where a person set the kind. */
export const whyOfKind: Readonly<Record<NonNullable<Claim['kind']>, string>> = {
  satire: 'Isinya semula dibuat sebagai lelucon, lalu beredar seolah-olah kabar sungguhan.',
  misleading: 'Sebagian keterangannya dihilangkan, sehingga gambarannya tidak utuh.',
  imposter: 'Pembuatnya memakai nama atau lambang KPU, padahal bukan milik KPU.',
  fabricated: 'Isinya tidak didukung dokumen atau data apa pun.',
  false_connection: 'Judul atau gambarnya tidak sesuai dengan isinya.',
  false_context: 'Gambar atau rekamannya berasal dari peristiwa lain, lalu diberi keterangan baru.',
  manipulated: 'Gambar, suara, atau dokumennya sudah diubah dari aslinya.',
};

/** What is said of the rumour right after it is told. */
export const judgementOf: Readonly<Partial<Record<ClaimStatus, string>>> = {
  salah: 'Informasi itu tidak benar.',
  menyesatkan: 'Kesan yang timbul dari informasi itu keliru.',
  sebagian_benar: 'Sebagian isinya tepat, sebagian lagi perlu diluruskan.',
};

/** The same without telling it: for short forms. */
export const judgementAlone: Readonly<Partial<Record<ClaimStatus, string>>> = {
  salah: 'Kabar yang menyatakan sebaliknya tidak benar.',
  menyesatkan: 'Kabar yang beredar memberi kesan yang keliru.',
  sebagian_benar: 'Kabar yang beredar hanya benar sebagian.',
};

export const headings: Readonly<
  Record<AnswerKind, { fact: string; warning: string; why: string; again: string }>
> = {
  denial: { fact: 'Faktanya', warning: 'Waspada', why: 'Mengapa keliru', again: 'Ingat faktanya' },
  correction: {
    fact: 'Yang benar',
    warning: 'Yang perlu diluruskan',
    why: 'Mengapa bisa keliru',
    again: 'Ingat faktanya',
  },
  admission: {
    fact: 'Yang terjadi',
    warning: 'Jumlah yang terdampak',
    why: 'Yang kami lakukan',
    again: 'Selanjutnya',
  },
  holding: { fact: 'Pernyataan awal', warning: '', why: '', again: '' },
  reply: { fact: 'Jawaban kami', warning: 'Masukan', why: 'Ketentuannya', again: 'Selanjutnya' },
};

/** Fixed civil sentences; they state nothing of the matter. */
export const courtesies = {
  share: 'Mohon saring dahulu sebelum membagikan.',
  pass: 'Bantu teruskan penjelasan ini kepada keluarga dan tetangga.',
  sorry: 'Kami mohon maaf atas kejadian ini.',
  thanks: 'Terima kasih sudah menyampaikan masukan.',
  open: 'Kami terbuka terhadap pertanyaan dan masukan lanjutan.',
  wait: 'Sambil menunggu, mohon tidak meneruskan informasi yang belum jelas sumbernya.',
  noBlame:
    'Hindari mengulang isi kabar, menyebut partai atau calon, dan menyalahkan orang yang membagikannya.',
  generalCheck: 'Bandingkan dengan keterangan di laman dan akun resmi KPU sebelum percaya.',
} as const;

/** When more is said, where nobody set it: the clarification's target of the level, in words. */
export const nextUpdateOf: Readonly<Record<Level, string>> = {
  kritis: 'paling lambat empat jam lagi',
  tinggi: 'paling lambat enam jam lagi',
  sedang: 'paling lambat besok',
  rendah: 'setelah pemeriksaan selesai',
};
