import { hashId } from '../../shared/domain/ids.ts';

/** Without letters that look like digits, so that a code can be read out and typed. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';

/** Eight signs for a page's address: short enough for a post and a QR code; 31⁸ codes, so that two never meet. */
export function pageCode(answerId: string): string {
  const hash = hashId(`page ${answerId}`);
  return Array.from(
    { length: 8 },
    (_, n) => signs[Number.parseInt(hash.slice(n * 4, n * 4 + 4), 16) % signs.length],
  ).join('');
}
