import type { AnswerChannel, AnswerKind } from '../../../shared/domain/answer.ts';
import type { ClaimStatus } from '../../../shared/domain/claim.ts';

/**
 * How much the public lays at the institution's door, after Coombs' situational crisis communication theory (2007):
 * a victim of the rumour, an accident, or a failing that could have been prevented.
 */
export type CrisisCluster = 'victim' | 'accidental' | 'preventable' | 'open';

export interface ResponseStrategy {
  kind: AnswerKind;
  cluster: CrisisCluster;
  /** In Indonesian, for officers: the posture and its parts in the order in which they are said. */
  name: string;
  steps: readonly string[];
}

const instruct = 'Beri tahu cara memeriksa sendiri dan apa yang perlu dilakukan masyarakat.';

/** DOMAIN's verdict × SCCT. */
export const strategies: Readonly<Record<ClaimStatus, ResponseStrategy>> = {
  salah: {
    kind: 'denial',
    cluster: 'victim',
    name: 'Sangkal dengan bukti',
    steps: [
      'Dahulukan fakta yang didukung sumber primer.',
      'Sebut kabar yang beredar satu kali saja, lalu nyatakan tidak benar.',
      'Terangkan mengapa kabar itu keliru, tanpa menyerang siapa pun.',
      instruct,
    ],
  },
  menyesatkan: {
    kind: 'correction',
    cluster: 'accidental',
    name: 'Akui yang benar, luruskan kesannya',
    steps: [
      'Akui lebih dahulu bagian yang benar.',
      'Luruskan kesan yang keliru dengan keterangan yang lengkap.',
      'Jangan memakai kata "hoaks" pada judul.',
      instruct,
    ],
  },
  sebagian_benar: {
    kind: 'correction',
    cluster: 'accidental',
    name: 'Akui yang benar, perbaiki yang keliru',
    steps: [
      'Akui lebih dahulu bagian yang benar beserta angkanya.',
      'Sebut perbaikan yang sudah dan akan dilakukan.',
      'Luruskan bagian yang keliru. Jangan memakai kata "hoaks" pada judul.',
      instruct,
    ],
  },
  benar: {
    kind: 'admission',
    cluster: 'preventable',
    name: 'Akui, sebut angkanya, perbaiki, beri tanggal',
    steps: [
      'Akui kejadiannya dan minta maaf bila masyarakat dirugikan.',
      'Sebut jumlah yang terdampak.',
      'Sebut perbaikannya dan kapan selesai.',
      'Kabarkan lagi sesudah selesai.',
    ],
  },
  belum_terbukti: {
    kind: 'holding',
    cluster: 'open',
    name: 'Pernyataan awal, belum menyangkal',
    steps: [
      'Sampaikan bahwa informasi itu sedang diperiksa dan kapan ada kabar berikutnya.',
      'Jangan menyangkal dan jangan membenarkan sebelum ada bukti.',
      instruct,
    ],
  },
  belum_diperiksa: {
    kind: 'holding',
    cluster: 'open',
    name: 'Pernyataan awal sambil memeriksa',
    steps: [
      'Periksa dahulu klaimnya dan tetapkan vonis dengan bukti.',
      'Sampaikan bahwa informasi itu sedang diperiksa dan kapan ada kabar berikutnya.',
    ],
  },
};

/** Criticism, a question or a request for service: heard, not refuted. */
export const replyStrategy: ResponseStrategy = {
  kind: 'reply',
  cluster: 'open',
  name: 'Dengarkan dan jawab',
  steps: [
    'Ucapkan terima kasih dan sebut pokok masukannya.',
    'Jawab dengan fakta dan ketentuannya.',
    'Sebut yang akan diperbaiki dan kapan, bila memang ada.',
    'Jangan memakai kata hoaks dan jangan merujuk pengkritik ke mana pun.',
  ],
};

/** The forms a kind of answer comes in. */
export const channelsOf = (kind: AnswerKind): readonly AnswerChannel[] =>
  kind === 'holding'
    ? ['holding', 'whatsapp', 'x']
    : ['web', 'press', 'whatsapp', 'x', 'caption', 'script', 'qa', 'points'];
