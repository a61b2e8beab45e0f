import { z } from 'zod';

/** RFC 9457 problem details; `hint` says what to do. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    hint: z.string().optional(),
    /** Fields that did not fit, by their path. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

/** RFC 3339, UTC. */
export const timestampSchema = z.iso.datetime({ offset: true });

/** A moment in a query → epoch ms. */
export const momentSchema = timestampSchema.transform((text) => Date.parse(text));

/** `?a=x&a=y` and `?a=x,y` alike. */
export const listOf = <T extends z.ZodType<unknown, string>>(one: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) =>
      (Array.isArray(value) ? value : [value]).flatMap((part) => part.split(',')).filter(Boolean),
    )
    .pipe(z.array(one).min(1).max(50));

export const cursorSchema = z.string().max(500).describe('nextCursor of the page before');

/** Errors that any route may give. */
export const errorResponses = {
  400: problemSchema,
  401: problemSchema,
  404: problemSchema,
  429: problemSchema,
  500: problemSchema,
  503: problemSchema,
} as const;
