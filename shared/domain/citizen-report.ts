import { z } from 'zod';
import { instantSchema } from './instant.ts';

/**
 * What a person told: pasted text, a link, a screenshot, or some of them. The contact is for asking back only; it is
 * kept apart from the item and forgotten after `contactKeptMs`.
 */
export const citizenReportSchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** The unit it was handed to. */
  unit: z.string(),
  text: z.string().nullable(),
  url: z.string().nullable(),
  screenshot: z.object({ hash: z.string(), contentType: z.string(), bytes: z.number().int() }).nullable(),
  contact: z.string().nullable(),
  /** `reading`: being looked at; `waiting_text`: nothing to read yet, somebody has to type what the screenshot shows. */
  state: z.enum(['reading', 'taken', 'waiting_text']),
  /** The item it became; null while it waits. */
  itemId: z.string().nullable(),
});
export type CitizenReport = z.infer<typeof citizenReportSchema>;

/** DOMAIN: personal handles are dropped after 90 days. */
export const contactKeptMs = 90 * 24 * 3_600_000;
