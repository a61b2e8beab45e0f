import type { z } from 'zod';
import { type NewJob, PermanentFailure } from '../ports/queue.ts';

/** What a kind of job promises: its name, what it carries, how often it is tried and why. */
export interface JobDefinition<Payload> {
  name: string;
  schema: z.ZodType<Payload>;
  attempts: number;
  backoffMs: number;
  /** Jobs at once over all processes; absent: no limit. */
  globalConcurrency?: number;
  /** See `WorkOptions`. */
  comesAgain?: boolean;
  /** One live job per key; null: each is its own. */
  key(payload: Payload): string | null;
}

/** A job ready for the queue. */
export function newJob<Payload>(
  definition: JobDefinition<Payload>,
  payload: Payload,
  more: Pick<NewJob, 'delayMs' | 'priority'> = {},
): NewJob {
  const key = definition.key(payload);
  const { name, attempts, backoffMs } = definition;
  return { name, payload, attempts, backoffMs, ...(key === null ? {} : { key }), ...more };
}

/**
 * The payload as the schema has it; workers validate again, because jobs outlive releases.
 * @throws PermanentFailure naming the first field that does not fit
 */
export function payloadOf<Payload>(definition: JobDefinition<Payload>, payload: unknown): Payload {
  const parsed = definition.schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PermanentFailure(
    `${definition.name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'invalid'}`.trim(),
  );
}
