import { z } from 'zod';
import { moveStateName } from '../../../shared/ports/installation.ts';
import type { Records } from '../../../shared/ports/records.ts';

const markerSchema = z.object({
  direction: z.string(),
  /** Tells one source from another, so that two are never mixed. */
  from: z.string(),
  startedAt: z.number(),
  /** What is whole already. */
  tables: z.array(z.string()),
  /** The table that is being copied, and the last key that arrived. */
  table: z.string().nullable(),
  after: z.array(z.union([z.string(), z.number(), z.null()])).nullable(),
  evidence: z.string(),
  finishedAt: z.number().nullable(),
});

/** How far a move has come; kept in the target, so that a run that was broken off goes on from there. */
export type MoveMarker = z.infer<typeof markerSchema>;

export async function readMarker(records: Records): Promise<MoveMarker | null> {
  const parsed = markerSchema.safeParse(await records.state.get(moveStateName));
  return parsed.success ? parsed.data : null;
}

export const putMarker = (records: Records, marker: MoveMarker): Promise<void> =>
  records.state.put(moveStateName, marker);
