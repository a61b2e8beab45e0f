/**
 * Words of which one is enough to say that a text is about KPU or the election's procedure. Our own list, short
 * on purpose: names of candidates and parties are not in it.
 */
const procedurePattern =
  /(?<![\p{L}\p{N}])(?:kpu|kpud|kip aceh|kpps|ppk|ppln|kppsln|pantarlih|tps|tpsln|dpt|dptb|dpk|sirekap|silon|sipol|sidalih|surat suara|kertas suara|kotak suara|bilik suara|daftar pemilih|undangan memilih|surat undangan|pencoblosan|coblosan|hitung suara|penghitungan suara|pemungutan suara|rekapitulasi|rekap suara|real count|form c1|c hasil|c1 plano|pindah memilih|pleno|petugas pemilu|penyelenggara pemilu|logistik pemilu|tinta pemilu|bilik|tercoblos|dicoblos|hak pilih|nyoblos)(?![\p{L}\p{N}])/iu;

/** Longest piece looked at: the matter of a text stands in its beginning. */
const lead = 2_000;

export const isAboutProcedure = (text: string): boolean => procedurePattern.test(text.slice(0, lead));
