import type { Issue } from '../../shared/domain/issue.ts';
import { isAtLeast } from './risk.ts';

type StepFacts = Pick<Issue, 'state' | 'verdict' | 'risk' | 'counts'>;

/** The first look: what kind of matter it is decides. */
function triageStep({ risk, counts }: StepFacts): string {
  if (isAtLeast(risk.level, 'tinggi')) {
    return 'Pilah sekarang, tetapkan penanggung jawab, lalu terbitkan pernyataan awal sambil memeriksa fakta.';
  }
  if (counts.stance.bertanya * 2 > counts.items)
    return 'Jawab pertanyaan warga dengan penjelasan yang lugas.';
  if (counts.indicated > 0 || counts.stance.menyebarkan > 0) return 'Pilah, lalu periksa klaimnya.';
  if (risk.level === 'sedang') return 'Pilah hari ini dan tetapkan penanggung jawab.';
  return 'Pantau; jangan beri panggung.';
}

/** What may be written depends on the verdict: without one only a holding text. */
function answerStep({ verdict }: StepFacts): string {
  switch (verdict) {
    case 'salah':
      return 'Susun bantahan dengan bukti dan cara memeriksanya sendiri.';
    case 'menyesatkan':
    case 'sebagian_benar':
      return 'Susun klarifikasi: akui dahulu bagian yang benar, lalu luruskan.';
    case 'benar':
      return 'Susun pernyataan: akui, sebut angkanya, perbaikannya dan tenggatnya.';
    case 'belum_terbukti':
      return 'Terbitkan pernyataan awal; jangan membantah sebelum terbukti.';
    default:
      return 'Periksa faktanya dan tetapkan vonis dengan sumber primer.';
  }
}

/** What to do now, in one Indonesian sentence. */
export function nextStepOf(issue: StepFacts): string {
  switch (issue.state) {
    case 'new':
      return triageStep(issue);
    case 'triaged':
    case 'verifying':
    case 'drafting':
      return answerStep(issue);
    case 'approval':
      return 'Tinjau dan setujui naskah; penyetuju tidak boleh penyusunnya.';
    case 'published':
      return 'Sebarkan lewat jejaring grup dan catat jangkauannya.';
    case 'monitored':
      return 'Ukur pengaruh klarifikasi setelah 24 dan 72 jam.';
    case 'answered':
      return 'Catat hasilnya, lalu tutup.';
    case 'forwarded':
      return 'Tanyakan jawaban kepada yang menerima penerusan, lalu sampaikan kepada warga.';
    default:
      return 'Tidak ada; isu sudah selesai.';
  }
}
