import type { Answer } from '../domain/answer.ts';
import type { Fact } from '../domain/fact.ts';
import { dayMs } from '../domain/instant.ts';
import type { Publication } from '../domain/publication.ts';
import type { Referral } from '../domain/referral.ts';

const at = Date.UTC(2024, 1, 6, 2);

export const buildFact = (n: number, over: Partial<Fact> = {}): Fact => ({
  id: `fact-${String(n).padStart(3, '0')}`,
  statement: `Surat pemberitahuan memilih disampaikan paling lambat tiga hari sebelum pemungutan suara (${n}).`,
  headline: null,
  keywords: '',
  use: 'statement',
  topic: 'pemungutan suara',
  source: { title: 'Peraturan KPU', url: `https://jdih.kpu.example/${n}`, regulation: 'PKPU 25/2023' },
  unit: 'RI',
  author: 'ani',
  approver: 'budi',
  approvedAt: at,
  reviewAt: at + 30 * dayMs,
  createdAt: at,
  updatedAt: at,
  updatedBy: 'budi',
  withdrawnAt: null,
  version: 1,
  ...over,
});

export const buildAnswer = (n: number, over: Partial<Answer> = {}): Answer => ({
  id: `answer-${String(n).padStart(3, '0')}`,
  version: 1,
  state: 'draft',
  kind: 'denial',
  unit: '35.73',
  issueId: 'issue-001',
  claimId: 'claim-001',
  verdict: 'salah',
  isCriticism: false,
  notes: { subject: null, trueCore: null, extent: null, remedy: null, remedyBy: null, nextUpdate: null },
  factIds: [],
  texts: [],
  code: `a${String(n).padStart(7, '0')}`,
  corrects: null,
  correctionNote: null,
  drafters: ['ani'],
  submittedBy: null,
  submittedAt: null,
  approver: null,
  approvedAt: null,
  reviewAt: null,
  publicationId: null,
  createdAt: at,
  createdBy: 'ani',
  updatedAt: at + n,
  updatedBy: 'ani',
  ...over,
});

/** A published clarification with a page and a WhatsApp text. */
export const buildPublication = (n: number, over: Partial<Publication> = {}): Publication => {
  const code = `p${String(n).padStart(7, '0')}`;
  const sentence = { text: 'Undangan memilih tetap dikirim ke rumah.', from: ['fact:fact-001'] };
  const block = { role: 'fact' as const, heading: null, sentences: [sentence] };
  return {
    id: `publication-${String(n).padStart(3, '0')}`,
    version: 1,
    code,
    url: `https://kpu.example/klarifikasi/${code}`,
    state: 'live',
    kind: 'denial',
    verdict: 'salah',
    unit: '35.73',
    issueId: 'issue-001',
    claimId: 'claim-001',
    claimSaid: 'undangan memilih tidak lagi dikirim',
    firstAppearedAt: null,
    title: 'Undangan memilih tetap dikirim ke rumah',
    summary: 'Undangan memilih tetap dikirim ke rumah.',
    texts: (['web', 'whatsapp'] as const).map((channel) => ({
      channel,
      title: sentence,
      blocks: [block],
      origin: 'rules' as const,
      takenOverBy: null,
    })),
    sources: [
      {
        ref: 'fact:fact-001',
        title: 'Peraturan KPU',
        url: 'https://jdih.kpu.example/1',
        regulation: 'PKPU 25/2023',
      },
    ],
    notices: [],
    publishedAt: at + n,
    updatedAt: at + n,
    reviewAt: at + 7 * dayMs,
    answerId: `answer-${String(n).padStart(3, '0')}`,
    answerVersion: 4,
    approver: 'budi',
    ...over,
  };
};

export const buildReferral = (n: number, over: Partial<Referral> = {}): Referral => ({
  id: `referral-${String(n).padStart(3, '0')}`,
  version: 1,
  state: 'draft',
  to: 'bawaslu',
  platform: null,
  unit: '35.73',
  issueId: 'issue-001',
  claimId: 'claim-001',
  itemIds: ['0'.repeat(32)],
  grounds: 'Akun itu mengaku sebagai laman resmi KPU dan meminta data pemilih.',
  requestedBy: 'ani',
  requestedAt: at,
  approver: null,
  approvedAt: null,
  sentAt: null,
  receipt: null,
  updatedAt: at + n,
  updatedBy: 'ani',
  ...over,
});
