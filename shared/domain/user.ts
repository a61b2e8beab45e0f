import { z } from 'zod';
import { areaCodeSchema } from './area.ts';
import { instantSchema } from './instant.ts';
import { covers, nationalUnit, type Scope, tierOf } from './unit.ts';

/** What a person does in a unit. Each of the first five may do what those before it may. */
export const roles = ['reader', 'analyst', 'drafter', 'approver', 'head', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What a route asks for. */
export const permissions = [
  'read',
  /** Labels, merges, links to claims, the state of an issue. */
  'triage',
  /** Claims, drafts of answers and of reports. */
  'draft',
  /** Verdicts, answers and reports of others. */
  'approve',
  /** Sources, recipients, people, settings. */
  'manage',
  /** The audit trail, whole. */
  'audit',
] as const;
export const permissionSchema = z.enum(permissions);
export type Permission = z.infer<typeof permissionSchema>;

const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  reader: ['read'],
  analyst: ['read', 'triage'],
  drafter: ['read', 'triage', 'draft'],
  approver: ['read', 'triage', 'draft', 'approve'],
  head: ['read', 'triage', 'draft', 'approve', 'audit'],
  // Whoever gives rights away approves nothing: the two must be different people.
  administrator: ['read', 'manage', 'audit'],
};

const unitCodeSchema = z.union([z.literal(nationalUnit), areaCodeSchema]);

/** A role in a unit and all below it. */
export const grantSchema = z.object({ unit: unitCodeSchema, role: roleSchema });
export type Grant = z.infer<typeof grantSchema>;

export const emailSchema = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

export const userSchema = z.object({
  id: z.string().min(1).max(64),
  version: z.number().int().positive(),
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  grants: z.array(grantSchema).min(1).max(20),
  active: z.boolean(),
  createdAt: instantSchema,
  signedInAt: instantSchema.nullable(),
});
export type User = z.infer<typeof userSchema>;

/** What somebody may do, and within which unit. */
export interface Rights {
  scope: Scope;
  permissions: readonly Permission[];
}

/** A scope and everything that the person's grants allow there. */
export function rightsIn(grants: readonly Grant[], unit: string): Rights {
  const covering = grants.filter((grant) => covers(grant.unit, unit));
  const allowed = new Set(covering.flatMap(({ role }) => permissionsOfRole[role]));
  return { scope: { unit }, permissions: permissions.filter((one) => allowed.has(one)) };
}

const tierOrder = { national: 0, province: 1, regency: 2 } as const;

/** The unit a person starts in: the highest of theirs, then the first given. */
export const homeUnit = (grants: readonly Grant[]): string =>
  grants.toSorted((a, b) => tierOrder[tierOf(a.unit)] - tierOrder[tierOf(b.unit)])[0]!.unit;
