import { z } from 'zod';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** A moment: epoch milliseconds, UTC. Shown in the unit's zone, RFC 3339 at every edge. */
export const instantSchema = z.number().int();
export type Instant = z.infer<typeof instantSchema>;

/** RFC 3339 in UTC with milliseconds, e.g. `2024-02-15T01:00:00.000Z`. */
export const toRfc3339 = (at: Instant): string => new Date(at).toISOString();

/** The start of the UTC hour that holds `at`. */
export const hourOf = (at: Instant): Instant => Math.floor(at / hourMs) * hourMs;
