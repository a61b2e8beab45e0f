import type { FactCheck } from '../../shared/domain/fact-check.ts';
import { hashId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { FoundClaim } from '../ingest/connectors/connector.ts';
import { canonicalUrl } from '../ingest/item/canonical-url.ts';

export interface KeptFactChecks {
  added: number;
  changed: number;
  unchanged: number;
  /** Those that are new or say something else now. */
  ids: string[];
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Fact-checks of one visit as records. The id is the hash of the review's address, so that the same review found by a
 * feed, a search and a page is one record; a page with several reviews adds what each is about, and a review without an
 * address is named by its checker and claim.
 */
export function toFactChecks(found: readonly FoundClaim[], sourceId: string, now: Instant): FactCheck[] {
  const claimsOf = new Map<string, Set<string>>();
  for (const { url, text } of found) {
    const page = url === null ? null : canonicalUrl(url);
    if (page !== null) claimsOf.set(page, (claimsOf.get(page) ?? new Set()).add(plain(text)));
  }
  const checks = new Map<string, FactCheck>();
  for (const one of found) {
    const page = one.url === null ? null : canonicalUrl(one.url);
    const about = page === null || claimsOf.get(page)!.size > 1 ? ` ${plain(one.text)}` : '';
    const id = hashId(`fact-check ${page ?? plain(one.checker)}${about}`);
    const { text, title, checker, rating, verdict, kind, url, firstAppearedAt, checkedAt } = one;
    const content = { text, title, checker, rating, verdict, kind, url, firstAppearedAt, checkedAt };
    checks.set(id, { id, ...content, sourceId, importedAt: now, version: 1 });
  }
  return [...checks.values()];
}

/** What another source says of a known review only fills in what was missing: two feeds of one review never fight. */
function besides(known: FactCheck | undefined, check: FactCheck): FactCheck {
  if (!known || known.sourceId === check.sourceId) return check;
  return {
    ...known,
    rating: known.rating ?? check.rating,
    verdict: known.verdict === 'belum_diperiksa' ? check.verdict : known.verdict,
    kind: known.kind ?? check.kind,
    firstAppearedAt: known.firstAppearedAt ?? check.firstAppearedAt,
    checkedAt: known.checkedAt ?? check.checkedAt,
  };
}

/** Stores what checkers published, idempotently. */
export async function keepFactChecks(
  records: Records,
  found: readonly FoundClaim[],
  { sourceId, now }: { sourceId: string; now: Instant },
): Promise<KeptFactChecks> {
  if (found.length === 0) return { added: 0, changed: 0, unchanged: 0, ids: [] };
  const checks = toFactChecks(found, sourceId, now);
  return records.transaction(async (inner) => {
    const ids = checks.map(({ id }) => id);
    const known = new Map((await inner.factChecks.many(ids)).map((check) => [check.id, check]));
    const merged = checks.map((check) => besides(known.get(check.id), check));
    const counts = await inner.factChecks.put(merged);
    const after = await inner.factChecks.many(ids);
    const touched = after.filter(({ id, version }) => known.get(id)?.version !== version);
    return { ...counts, ids: touched.map(({ id }) => id) };
  });
}
