import type { Issue } from '../../shared/domain/issue.ts';
import type { CasePath } from '../../shared/domain/workflow.ts';
import { isAtLeast } from './risk.ts';

type StepFacts = Pick<Issue, 'state' | 'verdict' | 'risk' | 'counts'>;

/** What most of an issue seems to be, by what its posts say; null where nothing stands out. Whoever sorts it decides. */
export function likelyPath({ items, criticism, stance }: Issue['counts']): CasePath | null {
  if (items === 0) return null;
  if (stance.bertanya * 2 > items) return 'question';
  if (stance.menyebarkan * 3 >= items && stance.menyebarkan >= criticism) return 'claim';
  return criticism * 3 >= items ? 'criticism' : null;
}

/** Nobody has looked at it, and it is grave. */
function graveStep(counts: Issue['counts']): string {
  switch (likelyPath(counts)) {
    case 'question':
      return 'Pilah sekarang sebagai pertanyaan, lalu jawab dengan penjelasan yang lugas.';
    case 'claim':
      return 'Pilah sekarang sebagai klaim, terbitkan pernyataan awal, lalu periksa faktanya.';
    case 'criticism':
      return 'Pilah sekarang. Bila ini kritik, akui yang kurang dan sebut perbaikannya.';
    default:
      return 'Pilah sekarang, tetapkan penanggung jawab, lalu terbitkan pernyataan awal sambil memeriksa fakta.';
  }
}

/** The first look: what kind of matter it is decides. */
function triageStep({ risk, counts }: StepFacts): string {
  if (isAtLeast(risk.level, 'tinggi')) return graveStep(counts);
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

/** What is no claim gets no verdict: it is answered, or passed on to whose business it is. */
const shortSteps: Readonly<Record<Exclude<CasePath, 'claim'>, string>> = {
  criticism: 'Tanggapi kritiknya: akui yang kurang, sebut perbaikannya dan tenggatnya.',
  question: 'Jawab pertanyaannya dengan penjelasan yang lugas.',
  service: 'Layani permohonannya, atau teruskan kepada yang berwenang.',
};

/** What to do now, in one Indonesian sentence. @param path how it was sorted; null before that */
export function nextStepOf(issue: StepFacts, path: CasePath | null = null): string {
  switch (issue.state) {
    case 'new':
      return triageStep(issue);
    case 'triaged':
    case 'verifying':
    case 'drafting':
      return path === null || path === 'claim' ? answerStep(issue) : shortSteps[path];
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
