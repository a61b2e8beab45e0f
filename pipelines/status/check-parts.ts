import { setTimeout as wait } from 'node:timers/promises';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Queue, QueueCounts } from '../../shared/ports/queue.ts';
import type { StateRecords } from '../../shared/ports/records.ts';

export interface Parts {
  index: Pick<ItemIndex, 'check'>;
  records: { state: Pick<StateRecords, 'get'> };
  queue: Pick<Queue, 'check' | 'counts'>;
}

export type PartName = keyof Parts;

/** A supervisor and a person want an answer now: a part that is silent this long counts as away. */
const answersWithinMs = 2_000;

/** @throws Error when `work` is not done in time */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = wait(answersWithinMs, null, { signal: done.signal }).then(() => {
    throw new Error(`does not answer within ${answersWithinMs / 1_000} s`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

const check = (work: Promise<unknown>): Promise<string> =>
  inTime(work).then(
    () => 'ok',
    (error) => (error instanceof Error ? error.message : String(error)),
  );

/** Each part by its own check: `ok` or what is wrong. Answers within two seconds. */
export async function checkParts({ index, records, queue }: Parts): Promise<Record<PartName, string>> {
  const [items, database, jobs] = await Promise.all([
    check(index.check()),
    check(records.state.get('check')),
    check(queue.check()),
  ]);
  return { index: items, records: database, queue: jobs };
}

/** What an officer has to know while a part is away. */
const effects: Record<PartName, string> = {
  index:
    'Pencarian butir tidak tersedia dan butir baru menunggu; isu dan klarifikasi tetap dapat dibuka. Yang menunggu diolah sendiri begitu indeks kembali.',
  records:
    'Isu, tugas, dan klarifikasi tidak dapat dibuka atau diubah sampai basis data kembali; butir baru menunggu dan tidak hilang.',
  queue:
    'Butir baru belum diterima dan pengolahan berhenti sampai antrean kembali; yang sudah ada tetap dapat dibaca.',
};

export interface Degraded {
  part: PartName | 'work';
  /** In the words of the part itself. */
  problem: string;
  /** What that means for people, in Indonesian. */
  effect: string;
}

/** The shortest target of a response clock: work that waits so long makes it late. */
const longWaitMs = 15 * 60_000;

/** Stages that make a job wait only after a try failed. */
const stages = ['collect', 'enrich', 'link'] as const;

/** What is not as it should be, part by part, and work that waits to be tried again; empty when all is well. */
export function degradedOf(
  parts: Readonly<Record<PartName, string>>,
  counts: Readonly<Record<string, QueueCounts>>,
): Degraded[] {
  const found: Degraded[] = [];
  for (const part of Object.keys(effects) as PartName[])
    if (parts[part] !== 'ok') found.push({ part, problem: parts[part], effect: effects[part] });
  const again = stages.filter((name) => (counts[name]?.delayed ?? 0) > 0);
  if (again.length > 0)
    found.push({
      part: 'work',
      problem: `jobs failed and wait to be tried again: ${again.map((name) => `${name} ${counts[name]?.delayed}`).join(', ')}`,
      effect: 'Sebagian butir baru terlambat masuk; pekerjaannya diulang sendiri.',
    });
  const waiting = Object.entries(counts).filter(([, one]) => one.oldestMs > longWaitMs);
  if (waiting.length > 0)
    found.push({
      part: 'work',
      problem: `the oldest job waits for minutes, is a worker running? ${waiting.map(([name, one]) => `${name} ${Math.round(one.oldestMs / 60_000)}`).join(', ')}`,
      effect: 'Butir baru terlambat masuk; tidak ada yang hilang.',
    });
  const quarantined = Object.entries(counts).filter(([, one]) => one.quarantined > 0);
  if (quarantined.length > 0)
    found.push({
      part: 'work',
      problem: `jobs are in quarantine: ${quarantined.map(([name, one]) => `${name} ${one.quarantined}`).join(', ')}`,
      effect:
        'Sebagian pekerjaan berhenti dan menunggu petugas: saring quarantine list, atau /v1/quarantine.',
    });
  return found;
}

export interface Readiness {
  status: 'ok' | 'degraded';
  /** Each part: `ok`, or what is wrong with it. */
  checks: Record<PartName, string>;
  degraded: Degraded[];
  /** Jobs by stage; empty while the queue is away. */
  work: Record<string, QueueCounts>;
}

/** How an installation is, within seconds whatever is away. */
export async function readReadiness(parts: Parts): Promise<Readiness> {
  const counting = inTime(parts.queue.counts()).catch(() => ({}));
  const [checks, work] = await Promise.all([checkParts(parts), counting]);
  const degraded = degradedOf(checks, work);
  return { status: degraded.length === 0 ? 'ok' : 'degraded', checks, degraded, work };
}

/** Whether every part can be used, though work may wait. */
export const isUsable = ({ checks }: Pick<Readiness, 'checks'>): boolean =>
  Object.values(checks).every((one) => one === 'ok');
