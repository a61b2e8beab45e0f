import { z } from 'zod';
import { type Alert, alertSchema } from '../domain/alert.ts';
import { toRfc3339 } from '../domain/instant.ts';
import { cursorSchema, momentSchema, timestampSchema } from './common.ts';
import { apiStorySchema } from './issues.ts';
import { apiItemSchema } from './items.ts';

export const alertQuerySchema = z.object({
  issue: z.string().max(64).optional(),
  from: momentSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const apiAlertSchema = alertSchema.extend({ at: timestampSchema }).meta({ id: 'Alert' });
export const alertListSchema = z.object({
  alerts: z.array(apiAlertSchema),
  nextCursor: z.string().nullable(),
});

/** Everything that explains an alert, as it was when it was raised. */
export const alertDetailSchema = z.object({
  alert: apiAlertSchema,
  issue: z.object({ number: z.string(), title: z.string() }).nullable(),
  /** The largest at that moment. */
  stories: z.array(apiStorySchema),
  /** The first item that was seen of it; null when it is gone or was never there. */
  firstItem: apiItemSchema.nullable(),
  /** Path of the page that opens the issue. */
  link: z.string(),
  /** Path of the chart as SVG; with `.png` in its place as a picture. Null where nothing is counted. */
  chart: z.string().nullable(),
});

export const falseAlarmSchema = z.object({
  /** False takes it back. */
  falseAlarm: z.boolean().default(true),
  reason: z.string().trim().min(1).max(500).nullable().default(null),
});

export const budgetListSchema = z.object({
  budgets: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      /** Wakings and false alarms of the last four weeks. */
      pushes: z.number().int(),
      falseAlarms: z.number().int(),
      allowed: z.number(),
      spent: z.boolean(),
      /** Multiplies the thresholds of the unit. */
      thresholdFactor: z.number(),
    }),
  ),
});

export const toApiAlert = (alert: Alert): z.infer<typeof apiAlertSchema> => ({
  ...alert,
  at: toRfc3339(alert.at),
});
