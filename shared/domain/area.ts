import { z } from 'zod';

/** An area's code: a province `32`, a regency or city `32.01` (Ministry of Home Affairs codes). */
export const areaCodeSchema = z.string().regex(/^\d\d(\.\d\d)?$/);

export const areaSchema = z.object({
  code: areaCodeSchema,
  name: z.string(),
  level: z.enum(['province', 'regency_city']),
});
export type Area = z.infer<typeof areaSchema>;

/** The province of any area code. */
export const provinceOf = (code: string): string => code.slice(0, 2);

/** True when `code` is `ancestor` or lies in it. */
export const isWithin = (code: string, ancestor: string): boolean =>
  code === ancestor || code.startsWith(`${ancestor}.`);
