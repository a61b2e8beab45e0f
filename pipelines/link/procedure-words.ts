/**
 * Words of which one is enough to say that a text is about KPU or the election's procedure. Our own list, short
 * on purpose: names of candidates and parties are not in it.
 */
const procedurePhrases = [
  'kpu|kpud|kip aceh|kpps|ppk|pps|ppln|kppsln|pantarlih|badan ad ?hoc|(?:petugas|penyelenggara|panitia) (?:pemilu|pilkada)',
  'tps|tpsln|sirekap|siakba|silon|sipol|sidalih|infopemilu|dkpp|coklit|dptb|plano',
  '(?:surat|kertas|kotak|bilik) suara|(?:logistik|tinta|gudang) (?:pemilu|pilkada)|c1 hasil|form(?:ulir)? (?:c1|hasil)|c[. ]hasil|undangan c6',
  '(?:daftar|data) pemilih|pemilih (?:ganda|pemula|tambahan|khusus|difabel|disabilitas|tunanetra)|hak pilih|pindah (?:memilih|milih|nyoblos)',
  '(?:undangan|pemberitahuan) (?:memilih|nyoblos|coblosan|pencoblosan|ke tps)',
  'coblosan|pencoblosan|tercoblos|dicoblos|(?:coblos|nyoblos|mencoblos|memilih|pemilihan) (?:ulang|susulan)|psu',
  '(?:hitung|ngitung|menghitung|dihitung|penghitungan|perhitungan|pemungutan) suara|(?:hitung|penghitungan) ulang',
  'rekap|rekapitulasi|rapat pleno (?:rekap\\p{L}*|penetapan|pemilu|pilkada|ppk)|real count|jadwal (?:coblos|nyoblos|pencoblosan)',
];
const procedurePattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${procedurePhrases.join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** In small letters `dpt` is short for `dapat`. */
const rollPattern = /\bDPT\b|\bdpt (?:online|pemilu|pilkada)\b|\b(?:cek|masuk|dalam|terdaftar di) dpt\b/;

/** Longest piece looked at: the matter of a text stands in its beginning. */
const lead = 2_000;

export const isAboutProcedure = (text: string): boolean => {
  const head = text.slice(0, lead);
  return procedurePattern.test(head) || rollPattern.test(head);
};

/**
 * Words that an election's procedure shares with campaigns and other bodies: too little to open an issue, enough to be
 * taken into one. Of real posts about candidates one in fifty has one.
 */
const nearPattern =
  /(?<![\p{L}\p{N}])(?:bawaslu|panwas|panwaslu|panwascam|komisioner|golput|pemilu|pilkada|bimtek|ad ?hoc|(?:me|men|ny|ter|di)?(?:c?oblos)(?:an|in)?|masa tenang|serangan fajar|alat peraga|quick count|hitung cepat|linmas|tinta|pleno)(?![\p{L}\p{N}])/iu;

export const isNearProcedure = (text: string): boolean => nearPattern.test(text.slice(0, lead));
