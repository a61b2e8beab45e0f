import { z } from 'zod';
import type { ApiKey } from '../domain/sign-in.ts';
import { emailSchema, grantSchema, permissionSchema, type User } from '../domain/user.ts';
import { timestampSchema } from './common.ts';

const passwordSchema = z.string().min(1).max(200);

export const signInSchema = z.object({
  email: emailSchema,
  password: passwordSchema,
  /** Of the code generator, or a recovery code; asked for where the person set one up. */
  code: z.string().max(20).optional(),
});

export const apiUserSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    grants: z.array(grantSchema),
    active: z.boolean(),
    createdAt: timestampSchema,
    signedInAt: timestampSchema.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'User' });

export const toApiUser = (user: User): z.infer<typeof apiUserSchema> => ({
  ...user,
  createdAt: new Date(user.createdAt).toISOString(),
  signedInAt: user.signedInAt === null ? null : new Date(user.signedInAt).toISOString(),
});

export const sessionAnswerSchema = z.object({
  user: apiUserSchema.nullable(),
  unit: z.string(),
  permissions: z.array(permissionSchema),
  /** To be sent back as `X-CSRF-Token` with every change; null for a bearer. */
  csrf: z.string().nullable(),
  needsSecondFactor: z
    .boolean()
    .describe('a code generator has to be set up before anything else is answered'),
});

/** Of a link that the program printed; it works once. */
export const sessionLinkSchema = z.object({ token: z.string().max(100) });
export const unitChoiceSchema = z.object({ unit: z.string().max(8) });
export const codeSchema = z.object({ code: z.string().max(20) });
export const newGeneratorSchema = z.object({ secret: z.string(), uri: z.string() });
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
/** Recovery codes: how many are still good. */
export const generatorStateSchema = z.object({ confirmed: z.boolean(), recoveryCodes: z.number().int() });
export const passwordChangeSchema = z.object({ old: passwordSchema, new: passwordSchema });

export const firstAdministratorSchema = z.object({
  token: z.string().max(100),
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  password: passwordSchema,
});
export const invitationRequestSchema = z.object({
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  grants: z.array(grantSchema).min(1).max(20),
});
export const invitationAnswerSchema = z.object({ token: z.string(), expiresAt: timestampSchema });
export const acceptSchema = z.object({ token: z.string().max(100), password: passwordSchema });

export const userChangeSchema = z
  .object({
    version: z.number().int().positive(),
    name: z.string().trim().min(1).max(120).optional(),
    grants: z.array(grantSchema).min(1).max(20).optional(),
    active: z.boolean().optional(),
    reason: z.string().trim().min(1).max(500),
  })
  .strict();
export const ownNameSchema = userChangeSchema.pick({ version: true }).extend({
  name: z.string().trim().min(1).max(120),
});
export const userListSchema = z.object({ users: z.array(apiUserSchema), nextAfter: z.string().nullable() });

export const keyRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    unit: z.string().max(8),
    permissions: z.array(permissionSchema).min(1),
    /** Days until it ends. */
    days: z.number().int().min(1).max(366),
  })
  .strict();
export const apiKeyAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    permissions: z.array(permissionSchema),
    createdBy: z.string(),
    createdAt: timestampSchema,
    expiresAt: timestampSchema,
    revokedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'ApiKey' });
export const newKeySchema = z.object({ key: apiKeyAnswerSchema, token: z.string() });
export const keyListSchema = z.object({ keys: z.array(apiKeyAnswerSchema) });

export const toApiKey = ({ tokenHash: _secret, ...key }: ApiKey): z.infer<typeof apiKeyAnswerSchema> => ({
  ...key,
  createdAt: new Date(key.createdAt).toISOString(),
  expiresAt: new Date(key.expiresAt).toISOString(),
  revokedAt: key.revokedAt === null ? null : new Date(key.revokedAt).toISOString(),
});
