import type {
  ApiKey,
  Credential,
  Invitation,
  LinkedIdentity,
  PendingSignIn,
  Session,
  SignInFailures,
} from '../domain/sign-in.ts';
import type { User } from '../domain/user.ts';

/** Who may use an installation, and how they prove it. */
export interface PeopleRecords {
  users: {
    /** Version 1 creates; else the version read plus one. @throws VersionConflict, EmailTaken */
    put(user: User): Promise<void>;
    get(id: string): Promise<User | null>;
    byEmail(email: string): Promise<User | null>;
    /** By id, after `after`. */
    list(page: { after?: string; limit: number }): Promise<User[]>;
    count(): Promise<number>;
  };
  credentials: {
    put(credential: Credential): Promise<void>;
    get(userId: string): Promise<Credential | null>;
    /** Uses a code up; false when this step or a later one was used before. Safe under concurrent sign-ins. */
    takeStep(userId: string, step: number): Promise<boolean>;
    /** Uses a recovery code up; false when it is none. Safe under concurrent sign-ins. */
    takeRecovery(userId: string, hash: string): Promise<boolean>;
  };
  sessions: {
    put(session: Session): Promise<void>;
    get(tokenHash: string): Promise<Session | null>;
    remove(tokenHash: string): Promise<void>;
    removeOf(userId: string): Promise<number>;
    /** Those not seen since. @returns how many */
    removeUnseen(since: number): Promise<number>;
  };
  apiKeys: {
    put(key: ApiKey): Promise<void>;
    byHash(tokenHash: string): Promise<ApiKey | null>;
    get(id: string): Promise<ApiKey | null>;
    list(): Promise<ApiKey[]>;
  };
  invitations: {
    put(invitation: Invitation): Promise<void>;
    get(tokenHash: string): Promise<Invitation | null>;
    /** Marks it used; false when it was before. Safe when two use it at once. */
    take(tokenHash: string, at: number): Promise<boolean>;
  };
  identities: {
    /** Links one; false, and nothing is written, when it belongs to somebody already. Safe when two link it at once. */
    add(identity: LinkedIdentity): Promise<boolean>;
    get(issuer: string, subject: string): Promise<LinkedIdentity | null>;
    of(userId: string): Promise<LinkedIdentity[]>;
    remove(issuer: string, subject: string): Promise<void>;
  };
  pending: {
    /** Adds one, and removes those that expired before `now`. */
    add(pending: PendingSignIn, now: number): Promise<void>;
    /** Uses one up; null when there is none or it has expired. Safe when two use it at once. */
    take(tokenHash: string, now: number): Promise<PendingSignIn | null>;
  };
  failures: {
    get(emailHash: string): Promise<SignInFailures | null>;
    /** Adds one. @returns how many in a row now */
    add(emailHash: string, at: number): Promise<number>;
    clear(emailHash: string): Promise<void>;
  };
}

/** Somebody has this address already. */
export class EmailTaken extends Error {
  override name = 'EmailTaken';
}
