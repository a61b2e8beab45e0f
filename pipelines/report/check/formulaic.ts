/**
 * Sentences that are alike by right: a report with nothing to report, the law it rests on, the routine of an office.
 * They prove little when they return, so they weigh little.
 */
const nothing =
  /\b(?:tidak (?:ada|terdapat|ditemukan|dilaksanakan|diselenggarakan|menerima|dijumpai|terjadi|memiliki|melaksanakan|mengadakan|menyelenggarakan)|belum (?:ada|terdapat|dilaksanakan|ditemukan)|nihil|tanpa (?:kendala|catatan|perubahan)|masih sama|tidak berubah)\b/iu;
const legal =
  /\b(?:undang-undang|peraturan (?:kpu|komisi|pemerintah|presiden|bawaslu)|pkpu|keputusan kpu|permenpan|uu (?:nomor|no)|pasal \d|surat (?:edaran|dinas)|sesuai (?:dengan )?(?:ketentuan|peraturan)|berdasarkan (?:ketentuan|peraturan)|sebagaimana diatur|demikian laporan|laporan ini (?:disusun|dibuat|disampaikan)|bakohumas merupakan|tugas dan fungsi|maksud dan tujuan)\b/iu;
const routine =
  /\b(?:rutin|seperti biasa|sebagaimana biasanya|berjalan (?:normal|baik|lancar|seperti)|terkendali|kondusif|setiap hari kerja|jam kerja|piket|secara berkala|terus (?:dilakukan|dilaksanakan|dipantau)|tetap (?:dilakukan|dilaksanakan|dipantau|dibuka|berjalan)|pemeliharaan)\b/iu;

/** Chosen: quiet and legal sentences keep a tenth, routine ones four tenths, others without number, name or date a third. */
const share = { nothing: 0.1, legal: 0.1, routine: 0.4, plain: 0.35 };

/** How much a sentence says that only this report could say: 1 for one with numbers, names or dates, down to 0.1. */
export function tellingShare(text: string, specifics: number, dates: number): number {
  if (legal.test(text)) return share.legal;
  if (nothing.test(text)) return specifics > 1 ? share.routine : share.nothing;
  if (specifics + dates > 0) return routine.test(text) && specifics === 0 ? share.routine : 1;
  return routine.test(text) ? share.routine : share.plain;
}

/** A sentence that says that nothing, or only the usual, took place. */
export const saysNothingHappened = (text: string): boolean => nothing.test(text) || routine.test(text);
