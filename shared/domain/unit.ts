import { z } from 'zod';
import { areaCodeSchema } from './area.ts';
import { nationalUnit } from './national-unit.ts';

export { nationalUnit } from './national-unit.ts';

export const tierSchema = z.enum(['national', 'province', 'regency']);
export type Tier = z.infer<typeof tierSchema>;

/** An office of KPU. `zone` is an IANA name: WIB, WITA or WIT. */
export const unitSchema = z.object({
  code: z.union([z.literal(nationalUnit), areaCodeSchema]),
  name: z.string(),
  tier: tierSchema,
  parent: z.string().nullable(),
  zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
});
export type Unit = z.infer<typeof unitSchema>;

/**
 * What an installation says of an area beside the bundled data: a new one, another name, another zone (null: as the
 * bundled data or the province has it), or that its office is closed. Codes are never taken away: issues point at them.
 */
export const unitChangeSchema = z.object({
  code: areaCodeSchema,
  name: z.string(),
  zone: unitSchema.shape.zone.nullable(),
  closed: z.boolean(),
});
export type UnitChange = z.infer<typeof unitChangeSchema>;

/** What a reader may see: everything below one unit. KPU RI's scope is the whole country. */
export interface Scope {
  unit: string;
  /** Ids of issues beyond the unit that are open to it: handed over to it, or shown to it from above. */
  issues?: readonly string[];
}
export const nationalScope: Scope = { unit: nationalUnit };

/** The tier is readable from the code alone. */
export const tierOf = (unit: string): Tier =>
  unit === nationalUnit ? 'national' : unit.length === 2 ? 'province' : 'regency';

/** The unit one tier up; null for KPU RI. */
export const parentOf = (unit: string): string | null =>
  unit === nationalUnit ? null : unit.length === 2 ? nationalUnit : unit.slice(0, 2);

/** Whether `unit` is `above` or lies below it. */
export const covers = (above: string, unit: string): boolean =>
  above === nationalUnit || above === unit || (tierOf(above) === 'province' && unit.startsWith(`${above}.`));

/** A unit and all above it, nearest first. */
export function upwards(unit: string): string[] {
  const parent = parentOf(unit);
  return parent === null ? [unit] : [unit, ...upwards(parent)];
}
