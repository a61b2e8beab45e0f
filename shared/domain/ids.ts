import { createHash } from 'node:crypto';

/** 128 bits of SHA-256 in lower-case hex: 32 characters. */
export const hashId = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Whether a text is an id as `hashId` makes them. */
export const isHashId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

/** An item's id: the hash of its canonical URL, or of platform and native id where it has no page of its own. */
export const itemId = (from: { canonicalUrl: string } | { platform: string; nativeId: string }): string =>
  'canonicalUrl' in from ? hashId(`url ${from.canonicalUrl}`) : hashId(`${from.platform} ${from.nativeId}`);

/**
 * A UUIDv7 (RFC 9562): sorts by time as text.
 * @param at epoch milliseconds
 * @param random 10 random bytes, passed in because stages own no randomness
 */
export function uuidV7(at: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(at / 2 ** 32));
  view.setUint32(2, at >>> 0);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
