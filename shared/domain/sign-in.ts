import { z } from 'zod';
import { instantSchema } from './instant.ts';
import { grantSchema, permissionSchema } from './user.ts';

/** How a person proves who they are. Secrets are kept as hashes; the one of the code generator has to be readable. */
export const credentialSchema = z.object({
  userId: z.string(),
  /** argon2id in PHC form; null for who signs in elsewhere (OIDC) only. */
  passwordHash: z.string().nullable(),
  /** Base32, RFC 6238; null until set up. */
  totpSecret: z.string().nullable(),
  /** Shown to work once; before that it protects nothing. */
  totpConfirmed: z.boolean(),
  /** The time step of the last code that was taken: a code works once. */
  totpStep: z.number().int(),
  /** SHA-256 of recovery codes not used yet. */
  recoveryHashes: z.array(z.string()),
});
export type Credential = z.infer<typeof credentialSchema>;

/** Somebody at a browser. The cookie holds the token; what is stored is its SHA-256. */
export const sessionSchema = z.object({
  tokenHash: z.string(),
  userId: z.string(),
  /** Sent back in a header with every change: a foreign page cannot read it. */
  csrf: z.string(),
  /** The unit the person works in now; one of theirs or below. */
  unit: z.string(),
  createdAt: instantSchema,
  seenAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** A program's way in. */
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string().min(1).max(120),
  tokenHash: z.string(),
  createdBy: z.string(),
  unit: z.string(),
  permissions: z.array(permissionSchema).min(1),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  revokedAt: instantSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** A link that makes somebody a user once, or gives a user a new password. */
export const invitationSchema = z.object({
  tokenHash: z.string(),
  /** Set where it renews a user's password. */
  userId: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  grants: z.array(grantSchema).min(1),
  by: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  usedAt: instantSchema.nullable(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** That somebody whom a provider vouches for is a user here; issuer and subject are one person for ever. */
export const linkedIdentitySchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  userId: z.string(),
  /** As the provider had it when they were linked; for showing. */
  email: z.string().nullable(),
  linkedAt: instantSchema,
});
export type LinkedIdentity = z.infer<typeof linkedIdentitySchema>;

/** Somebody on their way to a provider and back; kept under the hash of a token that only their browser has. */
export interface PendingSignIn {
  tokenHash: string;
  state: string;
  nonce: string;
  verifier: string;
  /** Who wants to link themselves; null for a sign-in. */
  userId: string | null;
  /** Hash of the invitation that is accepted by it. */
  invitationHash: string | null;
  expiresAt: number;
}

/** Failed sign-ins of one address, known to us or not: unknown ones are held up alike. */
export interface SignInFailures {
  emailHash: string;
  count: number;
  lastAt: number;
}
