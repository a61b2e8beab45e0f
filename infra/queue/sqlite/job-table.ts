import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../shared/ports/clock.ts';
import {
  deathsOfAnAttempt,
  type Job,
  type NewJob,
  type QuarantinedJob,
  type QueueCounts,
  waitAfterDeaths,
} from '../../../shared/ports/queue.ts';
import type { Sqlite } from '../../sqlite/open-sqlite.ts';
import { queueSchema } from './schema.ts';

interface JobRow {
  id: number;
  name: string;
  payload: string;
  key: string | null;
  attempt: number;
  attempts: number;
  deaths: number;
  backoff_ms: number;
  added_at: number;
  lease: string;
  error: string | null;
  quarantined_at: number | null;
}

/** A job that this process holds the lease of. */
export interface LeasedJob extends Job {
  lease: string;
  /** Failures that it may still have, deaths of its workers taken off. */
  attempts: number;
  backoffMs: number;
}

const columns =
  'id, name, payload, key, attempt, attempts, deaths, backoff_ms, added_at, lease, error, quarantined_at';

const toJob = (row: JobRow): Job => ({
  id: String(row.id),
  name: row.name,
  payload: JSON.parse(row.payload),
  attempt: row.attempt,
  addedAt: row.added_at,
});

/** The SQL of the queue, each member one transaction. Times are the clock's. */
export function createJobTable(sqlite: Sqlite, clock: Clock) {
  sqlite.writer.exec(queueSchema);
  addDeaths(sqlite);

  const insert = (job: NewJob, now: number): boolean =>
    sqlite
      .write(
        `INSERT INTO job (name, payload, key, state, priority, attempts, backoff_ms, due_at, added_at)
         VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .run(
        job.name,
        JSON.stringify(job.payload),
        job.key ?? null,
        job.priority ?? 5,
        job.attempts ?? 5,
        job.backoffMs ?? 1_000,
        now + (job.delayMs ?? 0),
        now,
      ).changes > 0;

  return {
    add: (jobs: readonly NewJob[]): Promise<number> =>
      sqlite.exclusive(() => {
        const now = clock.now();
        let added = 0;
        for (const job of jobs) if (insert(job, now)) added += 1;
        return added;
      }),

    /** Leases the next due job, or null. Jobs whose lease ran out come back first. */
    claim: (
      name: string,
      leaseMs: number,
      globalConcurrency: number | undefined,
    ): Promise<LeasedJob | null> =>
      sqlite.exclusive(() => {
        const now = clock.now();
        recoverExpired(sqlite, name, now);
        if (globalConcurrency !== undefined) {
          const active = sqlite
            .write(`SELECT count(*) AS n FROM job WHERE state = 'active' AND name = ?`)
            .get(name) as { n: number };
          if (active.n >= globalConcurrency) return null;
        }
        const row = sqlite
          .write(
            `UPDATE job SET state = 'active', attempt = attempt + 1, lease = ?, lease_until = ? WHERE id =
             (SELECT id FROM job WHERE state = 'waiting' AND name = ? AND due_at <= ? ORDER BY priority, id LIMIT 1)
             RETURNING ${columns}`,
          )
          .get(randomUUID(), now + leaseMs, name, now) as unknown as JobRow | undefined;
        return row
          ? {
              ...toJob(row),
              lease: row.lease,
              attempts: row.attempts - Math.floor(row.deaths / deathsOfAnAttempt),
              backoffMs: row.backoff_ms,
            }
          : null;
      }),

    /** False when somebody else has it by now. */
    renew: (job: LeasedJob, leaseMs: number): Promise<boolean> =>
      sqlite.exclusive(
        () =>
          sqlite
            .write('UPDATE job SET lease_until = ? WHERE id = ? AND lease = ?')
            .run(clock.now() + leaseMs, Number(job.id), job.lease).changes > 0,
      ),

    acknowledge: (job: LeasedJob): Promise<void> =>
      sqlite.exclusive(() => {
        sqlite.write('DELETE FROM job WHERE id = ? AND lease = ?').run(Number(job.id), job.lease);
      }),

    /** Gives a job back as if it had not been tried. */
    release: (job: LeasedJob): Promise<void> =>
      sqlite.exclusive(() => {
        sqlite
          .write(
            `UPDATE job SET state = 'waiting', attempt = attempt - 1, lease = NULL WHERE id = ? AND lease = ?`,
          )
          .run(Number(job.id), job.lease);
      }),

    retryAfter: (job: LeasedJob, waitMs: number, error: string): Promise<void> =>
      sqlite.exclusive(() => {
        sqlite
          .write(
            `UPDATE job SET state = 'waiting', lease = NULL, due_at = ?, error = ? WHERE id = ? AND lease = ?`,
          )
          .run(clock.now() + waitMs, error, Number(job.id), job.lease);
      }),

    quarantine: (job: LeasedJob, error: string): Promise<void> =>
      sqlite.exclusive(() => {
        sqlite
          .write(
            `UPDATE job SET state = 'quarantined', lease = NULL, error = ?, quarantined_at = ? WHERE id = ? AND lease = ?`,
          )
          .run(error, clock.now(), Number(job.id), job.lease);
      }),

    quarantined: (name: string | undefined, limit: number): QuarantinedJob[] =>
      (
        sqlite
          .read(
            `SELECT ${columns} FROM job WHERE state = 'quarantined' AND (? IS NULL OR name = ?)
             ORDER BY quarantined_at DESC, id DESC LIMIT ?`,
          )
          .all(name ?? null, name ?? null, limit) as unknown as JobRow[]
      ).map((row) => ({ ...toJob(row), error: row.error ?? '', quarantinedAt: row.quarantined_at ?? 0 })),

    /** A job whose key is live again is dropped: the same work is already on its way. */
    replay: (ids: readonly string[]): Promise<number> =>
      sqlite.exclusive(() => {
        let count = 0;
        for (const id of ids) {
          const changed = sqlite
            .write(
              `UPDATE OR IGNORE job SET state = 'waiting', attempt = 0, deaths = 0, due_at = ? WHERE id = ? AND state = 'quarantined'`,
            )
            .run(clock.now(), Number(id)).changes;
          if (changed > 0) count += 1;
          else count += removeQuarantined(sqlite, id);
        }
        return count;
      }),

    discard: (ids: readonly string[]): Promise<number> =>
      sqlite.exclusive(() => ids.reduce((count, id) => count + removeQuarantined(sqlite, id), 0)),

    repeat: (id: string, everyMs: number, job: NewJob | null): Promise<void> =>
      sqlite.exclusive(() => {
        if (job === null) sqlite.write('DELETE FROM repeating_job WHERE id = ?').run(id);
        else
          sqlite
            .write(
              `INSERT INTO repeating_job (id, every_ms, next_at, job) VALUES (?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET every_ms = excluded.every_ms, job = excluded.job,
               next_at = min(next_at, ? + excluded.every_ms)`,
            )
            .run(id, everyMs, clock.now(), JSON.stringify(job), clock.now());
      }),

    /** Adds every repeating job that is due, once, however many turns were missed. */
    addDue: (): Promise<void> =>
      sqlite.exclusive(() => {
        const now = clock.now();
        const due = sqlite
          .write('SELECT id, every_ms, job FROM repeating_job WHERE next_at <= ?')
          .all(now) as {
          id: string;
          every_ms: number;
          job: string;
        }[];
        for (const row of due) {
          const job = JSON.parse(row.job) as NewJob;
          insert({ ...job, key: job.key ?? `repeat ${row.id}` }, now);
          sqlite.write('UPDATE repeating_job SET next_at = ? WHERE id = ?').run(now + row.every_ms, row.id);
        }
      }),

    counts: (): Record<string, QueueCounts> => countByName(sqlite, clock.now()),
  };
}

export type JobTable = ReturnType<typeof createJobTable>;

/** A store of an earlier version has no count of deaths yet. */
function addDeaths(sqlite: Sqlite): void {
  const columns = sqlite.writer.prepare('PRAGMA table_info(job)').all() as { name: string }[];
  if (!columns.some(({ name }) => name === 'deaths'))
    sqlite.writer.exec('ALTER TABLE job ADD COLUMN deaths INTEGER NOT NULL DEFAULT 0');
}

/** Jobs whose worker died: that start was no attempt, but several deaths count as one. */
function recoverExpired(sqlite: Sqlite, name: string, now: number): void {
  const expired = sqlite
    .write(
      `SELECT id, attempt, attempts, deaths, backoff_ms FROM job WHERE state = 'active' AND name = ? AND lease_until < ?`,
    )
    .all(name, now) as unknown as Pick<JobRow, 'id' | 'attempt' | 'attempts' | 'deaths' | 'backoff_ms'>[];
  for (const { id, attempt, attempts, deaths, backoff_ms } of expired) {
    const died = deaths + 1;
    const failures = attempt - 1;
    const isOver = failures + Math.floor(died / deathsOfAnAttempt) >= attempts;
    sqlite
      .write(
        `UPDATE job SET lease = NULL, error = 'the worker died', attempt = ?, deaths = ?, state = ?, due_at = ?,
           quarantined_at = ? WHERE id = ?`,
      )
      .run(
        failures,
        died,
        isOver ? 'quarantined' : 'waiting',
        now + waitAfterDeaths(died, backoff_ms),
        isOver ? now : null,
        id,
      );
  }
}

const removeQuarantined = (sqlite: Sqlite, id: string): number =>
  Number(sqlite.write(`DELETE FROM job WHERE id = ? AND state = 'quarantined'`).run(Number(id)).changes);

function countByName(sqlite: Sqlite, now: number): Record<string, QueueCounts> {
  const rows = sqlite
    .read(
      `SELECT name, sum(state = 'waiting' AND due_at <= ?1) AS waiting, sum(state = 'waiting' AND due_at > ?1) AS delayed,
         sum(state = 'active') AS active, sum(state = 'quarantined') AS quarantined,
         min(CASE WHEN state = 'waiting' AND due_at <= ?1 THEN due_at END) AS oldest
       FROM job GROUP BY name`,
    )
    .all(now) as unknown as (Omit<QueueCounts, 'oldestMs'> & { name: string; oldest: number | null })[];
  return Object.fromEntries(
    rows.map(({ name, oldest, ...counts }) => [
      name,
      { ...counts, oldestMs: oldest === null ? 0 : now - oldest },
    ]),
  );
}
