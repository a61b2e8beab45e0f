import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { ownLetters } from './guessable.ts';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane at the least. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** What is compared when nobody has the address: an unknown one must not be answered faster. */
const nobody = hash(randomBytes(16).toString('hex'), cost);

/** @param stored null for nobody: takes as long and is never right */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobody), password);
  return stored !== null && right;
}

const shortest = 12;
const longest = 200;
/** Letters that must be the person’s own, beside what everybody uses. */
const leastOwn = 8;
/** @returns what is wrong with a new password, in Indonesian; null when nothing is */
export function weaknessOf(password: string, email: string): string | null {
  if (password.length < shortest) return `Kata sandi paling sedikit ${shortest} karakter.`;
  if (password.length > longest) return `Kata sandi paling banyak ${longest} karakter.`;
  const plain = password.toLowerCase();
  if (ownLetters(password) < leastOwn || new Set(plain).size < 5)
    return 'Kata sandi ini mudah ditebak; pilih yang lain.';
  const name = email.split('@')[0]!;
  if (name.length > 3 && plain.includes(name)) return 'Kata sandi tidak boleh memuat nama surel Anda.';
  return null;
}

/** 256 bits, fit for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: it is random enough that a plain hash cannot be turned back. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
