/**
 * Words of which one is enough to say that a text is about KPU or the election's procedure. Our own list, short
 * on purpose: names of candidates and parties are not in it.
 */
const procedurePattern =
  /(?<![\p{L}\p{N}])(?:kpu|kpud|kip aceh|kpps|ppk|pps|ppln|kppsln|pantarlih|tps|tpsln|dptb|sirekap|siakba|silon|sipol|sidalih|surat suara|kertas suara|kotak suara|bilik suara|daftar pemilih|undangan (?:memilih|nyoblos|coblosan|pencoblosan|ke tps)|pencoblosan|coblosan|hitung suara|penghitungan suara|pemungutan suara|rekapitulasi|rekap suara|real count|form c1|c hasil|c1 plano|pindah memilih|coblos ulang|rapat pleno|petugas pemilu|penyelenggara pemilu|logistik pemilu|tinta pemilu|tercoblos|dicoblos|hak pilih)(?![\p{L}\p{N}])/iu;

/** In small letters `dpt` is short for `dapat`. */
const rollPattern = /\bDPT\b|\bdpt (?:online|pemilu|pilkada)\b/;

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
  /(?<![\p{L}\p{N}])(?:bawaslu|panwas|panwaslu|panwascam|dkpp|komisioner|rekap|psu|golput|pemilu|pilkada|bimtek|adhoc|(?:me|men|ny|ter|di)?(?:c?oblos)(?:an|in)?|hitung ulang|(?:ngitung|hitung) suara)(?![\p{L}\p{N}])/iu;

export const isNearProcedure = (text: string): boolean => nearPattern.test(text.slice(0, lead));
