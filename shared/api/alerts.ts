import { z } from 'zod';
import { type Alert, alertSchema } from '../domain/alert.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { momentSchema, timestampSchema } from './common.ts';

export const alertQuerySchema = z.object({
  issue: z.string().max(64).optional(),
  from: momentSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const apiAlertSchema = alertSchema.extend({ at: timestampSchema }).meta({ id: 'Alert' });
export const alertListSchema = z.object({ alerts: z.array(apiAlertSchema) });

export const toApiAlert = (alert: Alert): z.infer<typeof apiAlertSchema> => ({
  ...alert,
  at: toRfc3339(alert.at),
});
