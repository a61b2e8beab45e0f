import { addToHash, mix32 } from '../../../shared/text/hash.ts';

/** A word as the models know it: by 64 bits of hash, reckoned once, since each of an item's models looks it up. */
export interface HashedWord {
  readonly text: string;
  /** Its hash as wordHash gives it, as a signed number of 32 bits. */
  readonly hash: number;
  /** Another hash, which tells words of the same first one apart. */
  readonly check: number;
}

export function hashedWord(text: string): HashedWord {
  let running = 0;
  let check = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    running = addToHash(running, code);
    check = (Math.imul(check, 31) + code) | 0;
  }
  return { text, hash: mix32(running ^ text.length) | 0, check };
}
