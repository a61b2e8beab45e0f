import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Credential } from '../../../shared/domain/sign-in.ts';
import type { PeopleRecords } from '../../../shared/ports/people-records.ts';
import { tokenHash } from './passwords.ts';

/** RFC 6238 with what every generator on a phone takes: SHA-1, six digits, thirty seconds. */
const periodSeconds = 30;
/** Steps a phone's clock may be off to either side. */
const tolerance = 1;

const generatorOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Saring', label, period: periodSeconds, secret: Secret.fromBase32(secret) });

export interface NewGenerator {
  secret: string;
  /** For the QR code. */
  uri: string;
}

export function newGenerator(email: string): NewGenerator {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: generatorOf(secret, email).toString() };
}

/** The time step a code belongs to; null when it is wrong. */
export function stepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = generatorOf(secret, '').validate({ token: code, timestamp: now, window: tolerance });
  return delta === null ? null : Math.floor(now / 1_000 / periodSeconds) + delta;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes for the day the phone is lost; 50 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });

export const recoveryHash = (code: string): string => tokenHash(code.trim().toLowerCase());

/** Takes a code of the generator, or a recovery code; each is good for one sign-in. */
export async function takeCode(
  credentials: PeopleRecords['credentials'],
  { userId, totpSecret }: Credential,
  code: string,
  now: number,
): Promise<boolean> {
  const step = totpSecret === null ? null : stepOf(totpSecret, code.trim(), now);
  if (step !== null) return credentials.takeStep(userId, step);
  return credentials.takeRecovery(userId, recoveryHash(code));
}
