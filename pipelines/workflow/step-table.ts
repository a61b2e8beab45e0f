import type { IssueState } from '../../shared/domain/issue.ts';
import type { ClockStep } from '../../shared/domain/response-clock.ts';
import type { Permission } from '../../shared/domain/user.ts';
import type { CasePath, StepField, StepName } from '../../shared/domain/workflow.ts';
import type { ConditionName } from './conditions.ts';

/** The ways an issue can be on; `unsorted` until it was triaged. */
export type StepPath = CasePath | 'unsorted';

export interface Step {
  name: StepName;
  /** What the button says, and what the record says was done; Indonesian. */
  label: string;
  done: string;
  paths: readonly StepPath[];
  from: readonly IssueState[];
  to: IssueState;
  permission: Permission;
  /** Must be sent along. */
  needs: readonly StepField[];
  /** Must be so. */
  conditions: readonly ConditionName[];
  clock: {
    /** Targets that are met by it. */
    marks?: readonly ClockStep[];
    /** `pause` until the next `resume`; `restart`: all targets are owed anew from now on. */
    run?: 'pause' | 'resume' | 'restart';
  };
}

const long: readonly StepPath[] = ['claim'];
const short: readonly StepPath[] = ['criticism', 'question', 'service'];
const sorted: readonly StepPath[] = [...long, ...short];
const every: readonly StepPath[] = [...sorted, 'unsorted'];

/** Every way an issue can go. What is not here cannot be done. */
export const steps: readonly Step[] = [
  {
    name: 'triage',
    label: 'Pilah',
    done: 'memilah isu',
    paths: every,
    from: ['new'],
    to: 'triaged',
    permission: 'triage',
    needs: ['path'],
    conditions: [],
    clock: { marks: ['triage'] },
  },
  {
    name: 'verify',
    label: 'Mulai verifikasi',
    done: 'memulai verifikasi',
    paths: long,
    from: ['triaged'],
    to: 'verifying',
    permission: 'triage',
    needs: [],
    conditions: ['owned'],
    clock: {},
  },
  {
    name: 'draft',
    label: 'Susun jawaban',
    done: 'mulai menyusun jawaban',
    paths: long,
    from: ['verifying'],
    to: 'drafting',
    permission: 'draft',
    needs: [],
    conditions: ['judged', 'own_tier'],
    clock: {},
  },
  {
    name: 'submit',
    label: 'Ajukan persetujuan',
    done: 'mengajukan naskah untuk disetujui',
    paths: long,
    from: ['drafting'],
    to: 'approval',
    permission: 'draft',
    needs: [],
    conditions: ['submitted', 'own_tier'],
    clock: {},
  },
  {
    name: 'return',
    label: 'Kembalikan naskah',
    done: 'mengembalikan naskah',
    paths: long,
    from: ['approval'],
    to: 'drafting',
    permission: 'approve',
    needs: ['reason'],
    conditions: [],
    clock: {},
  },
  {
    name: 'publish',
    label: 'Tandai terbit',
    done: 'menerbitkan klarifikasi',
    paths: long,
    from: ['approval'],
    to: 'published',
    permission: 'approve',
    needs: [],
    conditions: ['published', 'own_tier'],
    clock: { marks: ['holding', 'clarification'] },
  },
  {
    name: 'monitor',
    label: 'Pantau pengaruhnya',
    done: 'mulai memantau pengaruh klarifikasi',
    paths: long,
    from: ['published'],
    to: 'monitored',
    permission: 'triage',
    needs: [],
    conditions: [],
    clock: { marks: ['update'] },
  },
  {
    name: 'recheck',
    label: 'Periksa ulang',
    done: 'memeriksa ulang',
    paths: long,
    from: ['drafting', 'approval', 'published', 'monitored'],
    to: 'verifying',
    permission: 'draft',
    needs: ['reason'],
    conditions: [],
    clock: { run: 'resume' },
  },
  {
    name: 'answer',
    label: 'Jawab langsung',
    done: 'menjawab',
    paths: short,
    from: ['triaged', 'forwarded'],
    to: 'answered',
    permission: 'draft',
    needs: ['reply'],
    conditions: [],
    clock: { marks: ['triage', 'holding', 'clarification'], run: 'resume' },
  },
  {
    name: 'forward',
    label: 'Teruskan ke yang berwenang',
    done: 'meneruskan isu',
    paths: short,
    from: ['triaged'],
    to: 'forwarded',
    permission: 'triage',
    needs: ['forwardTo', 'reason'],
    conditions: [],
    clock: { run: 'pause' },
  },
  {
    name: 'resort',
    label: 'Ubah jenis perkara',
    done: 'mengubah jenis perkara',
    paths: sorted,
    from: ['triaged', 'verifying', 'drafting', 'answered', 'forwarded'],
    to: 'triaged',
    permission: 'triage',
    needs: ['path', 'reason'],
    conditions: [],
    clock: { run: 'resume' },
  },
  {
    name: 'close',
    label: 'Tutup isu',
    done: 'menutup isu',
    paths: sorted,
    from: ['monitored', 'answered', 'forwarded'],
    to: 'closed',
    permission: 'draft',
    needs: ['outcome'],
    conditions: ['not_handed_over'],
    clock: { run: 'pause' },
  },
  {
    name: 'dismiss',
    label: 'Tidak ditindaklanjuti',
    done: 'menetapkan isu tidak ditindaklanjuti',
    paths: every,
    from: ['new', 'triaged', 'verifying', 'drafting'],
    to: 'dismissed',
    permission: 'triage',
    needs: ['cause', 'reason'],
    conditions: ['light_enough', 'not_handed_over'],
    clock: { run: 'pause' },
  },
  {
    name: 'reopen',
    label: 'Buka kembali',
    done: 'membuka kembali isu',
    paths: sorted,
    from: ['closed', 'dismissed'],
    to: 'triaged',
    permission: 'triage',
    needs: ['reason'],
    conditions: [],
    clock: { run: 'restart' },
  },
  {
    name: 'reopen',
    label: 'Buka kembali',
    done: 'membuka kembali isu',
    paths: ['unsorted'],
    from: ['closed', 'dismissed'],
    to: 'new',
    permission: 'triage',
    needs: ['reason'],
    conditions: [],
    clock: { run: 'restart' },
  },
];

/** The rule beside each field that a step asks for; Indonesian. */
export const fieldRules: Readonly<Record<StepField, string>> = {
  path: 'Pilih jenis perkara: klaim yang perlu diperiksa, kritik, pertanyaan, atau permohonan layanan. Kritik tidak pernah diperlakukan sebagai hoaks.',
  reason: 'Tulis alasannya, paling sedikit 5 huruf; alasan masuk ke jejak audit.',
  cause: 'Pilih sebab isu tidak ditindaklanjuti.',
  reply: 'Tulis jawaban yang disampaikan, atau alamat tempat jawaban itu dapat dibaca.',
  forwardTo: 'Sebut unit atau bagian yang menerima penerusan.',
  outcome: 'Tulis hasil akhirnya dalam satu atau dua kalimat; ini masuk ke laporan triwulan.',
};
