import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { covers, nationalUnit, type Tier, tierOf } from './unit.ts';

/** A quarter (*triwulan*) or, with `quarter` null, a whole year. */
export const reportPeriodSchema = z.object({
  year: z.number().int().min(2000).max(2100),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
});
export type TieredPeriod = z.infer<typeof reportPeriodSchema>;

export const tieredStateSchema = z.enum([
  'draft',
  'chair_review',
  'province_review',
  'national_review',
  'accepted',
]);
export type TieredState = z.infer<typeof tieredStateSchema>;

/** The parts that people write; the figures come from the system and the activity log. */
export const narrativeIdSchema = z.enum(['summary', 'activities', 'issues', 'obstacles', 'plans']);
export type NarrativeId = z.infer<typeof narrativeIdSchema>;

/** One number of the report. `system` is what the system's own data say; null where it has none. */
export const tieredFigureSchema = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number().nullable(),
  system: z.number().nullable(),
  /** The API query behind the system's number. */
  query: z.string().nullable(),
});
export type TieredFigure = z.infer<typeof tieredFigureSchema>;

export const tieredStepSchema = z.object({
  at: instantSchema,
  actor: z.string(),
  from: tieredStateSchema,
  to: tieredStateSchema,
  /** Why it was returned, or what the author answers to the findings; null otherwise. */
  reason: z.string().nullable(),
});

/** A unit's report of a period, on its way from its author to KPU RI. */
export const tieredReportSchema = z.object({
  id: z.string(),
  unit: z.string(),
  period: reportPeriodSchema,
  state: tieredStateSchema,
  narrative: z.partialRecord(narrativeIdSchema, z.string().max(40_000)),
  figures: z.array(tieredFigureSchema).max(200),
  /** When the system's numbers were taken. */
  figuresAt: instantSchema,
  author: z.string(),
  /** First time it left its author; null until then. */
  handedInAt: instantSchema.nullable(),
  steps: z.array(tieredStepSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: z.number().int().positive(),
});
export type TieredReport = z.infer<typeof tieredReportSchema>;

/** Who acts: a name, the unit whose office it is, and the role there. */
export interface Actor {
  name: string;
  unit: string;
  role: 'reader' | 'analyst' | 'drafter' | 'approver' | 'head' | 'administrator';
}

const after: Record<Tier, Partial<Record<TieredState, TieredState>>> = {
  regency: {
    draft: 'chair_review',
    chair_review: 'province_review',
    province_review: 'national_review',
    national_review: 'accepted',
  },
  province: { draft: 'chair_review', chair_review: 'national_review', national_review: 'accepted' },
  national: { draft: 'chair_review', chair_review: 'accepted' },
};

/** Where a report goes when it is passed on; null from the end. */
export const nextTieredState = (unit: string, state: TieredState): TieredState | null =>
  after[tierOf(unit)][state] ?? null;

/** Who decides in a state: roles, and of which unit. Data, so that rights are enforced in one place. */
export const tieredDecision: Record<
  Exclude<TieredState, 'accepted'>,
  { office: 'own' | 'province' | 'national'; roles: readonly Actor['role'][] }
> = {
  draft: { office: 'own', roles: ['analyst', 'drafter', 'approver', 'head'] },
  chair_review: { office: 'own', roles: ['head'] },
  province_review: { office: 'province', roles: ['approver', 'head'] },
  national_review: { office: 'national', roles: ['approver', 'head'] },
};

/** May this person pass on, return or (in draft) edit the report now? An administrator of a unit may within its scope. */
export function mayDecide(actor: Actor, { unit, state }: Pick<TieredReport, 'unit' | 'state'>): boolean {
  if (state === 'accepted') return false;
  const { office, roles } = tieredDecision[state];
  const deciding = office === 'own' ? unit : office === 'province' ? unit.slice(0, 2) : nationalUnit;
  if (actor.role === 'administrator') return covers(actor.unit, unit);
  return actor.unit === deciding && roles.includes(actor.role);
}

/** `2028-TW1`, and `2028-TAHUN` for a year. */
export const tieredKey = ({ year, quarter }: TieredPeriod): string =>
  quarter === null ? `${year}-TAHUN` : `${year}-TW${quarter}`;

/** The period of such a key; null for anything else. */
export function periodOfKey(key: string): TieredPeriod | null {
  const match = /^(20\d\d)-(?:TW([1-4])|TAHUN)$/iu.exec(key.trim());
  if (!match) return null;
  return { year: Number(match[1]), quarter: match[2] ? (Number(match[2]) as 1 | 2 | 3 | 4) : null };
}
