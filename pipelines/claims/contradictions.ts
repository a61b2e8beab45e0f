import type { ClaimStatus } from '../../shared/domain/claim.ts';
import { type ClaimText, readClaimText } from '../link/claim-text.ts';
import type { KnowledgeEntry } from './knowledge-entry.ts';

/** Two entries that cannot both hold. */
export interface Contradiction {
  /** The other one. */
  id: string;
  /** `verdicts`: the same statement judged the other way. `statements`: two unchecked ones that deny each other. */
  kind: 'verdicts' | 'statements';
  /** In Indonesian. */
  reason: string;
}

/** Shared stems over all stems at which two claims are about one statement. Chosen: one word in eight words may differ on either side. */
const leastShared = 0.6;
const leastStems = 3;

/** What a verdict says of the statement: it holds, it does not, or neither. */
const truthOf = (verdict: ClaimStatus): -1 | 0 | 1 =>
  verdict === 'benar' ? 1 : verdict === 'salah' || verdict === 'menyesatkan' ? -1 : 0;

function sameStatement(a: ClaimText, b: ClaimText): boolean {
  let both = 0;
  for (const stem of a.stems.keys()) if (b.stems.has(stem)) both++;
  if (both < leastStems || both / (a.stems.size + b.stems.size - both) < leastShared) return false;
  return a.numbers.size === b.numbers.size && [...a.numbers].every((number) => b.numbers.has(number));
}

/** How one entry contradicts another; null when it does not, or nobody can tell. */
export function contradictionOf(
  one: Pick<KnowledgeEntry, 'id' | 'text' | 'verdict'>,
  other: Pick<KnowledgeEntry, 'id' | 'text' | 'verdict'>,
): Contradiction | null {
  if (one.id === other.id) return null;
  const [a, b] = [readClaimText(one.text), readClaimText(other.text)];
  if (!sameStatement(a, b)) return null;
  const isDenial = a.isNegated !== b.isNegated;
  const product = truthOf(one.verdict) * truthOf(other.verdict);
  if (product === (isDenial ? 1 : -1))
    return {
      id: other.id,
      kind: 'verdicts',
      reason: isDenial
        ? `Pernyataan yang saling menyangkal sama-sama dinilai "${one.verdict}" dan "${other.verdict}".`
        : `Pernyataan yang sama dinilai "${one.verdict}" dan "${other.verdict}".`,
    };
  const isOpen = one.verdict === 'belum_diperiksa' && other.verdict === 'belum_diperiksa';
  return isDenial && isOpen
    ? {
        id: other.id,
        kind: 'statements',
        reason: 'Kedua pernyataan saling menyangkal dan belum diperiksa.',
      }
    : null;
}

/** The contradictions of one entry among others. */
export const contradictionsAmong = (
  one: KnowledgeEntry,
  others: readonly KnowledgeEntry[],
): Contradiction[] => others.flatMap((other) => contradictionOf(one, other) ?? []);
