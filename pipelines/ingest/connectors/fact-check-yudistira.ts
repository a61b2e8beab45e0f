import { kindOf, splitTitle } from '../fact-check/rating.ts';
import { parseDate } from '../text/parse-date.ts';
import { htmlToText, oneLine } from '../text/plain-text.ts';
import { type Collected, type CollectRequest, type FoundClaim, needSecret } from './connector.ts';
import { asObjects, asText, fetchJson, type Json } from './json-api.ts';

/** Rows asked for in one visit. */
const limit = 100;
/** `tanggal` carries no zone; Mafindo writes Jakarta's time. */
const jakartaOffset = 420;

/** Mafindo's Yudistira v2: a form by POST with a key (`yudistira`, free on request), newest first. */
export async function collectYudistira(request: CollectRequest): Promise<Collected> {
  const key = needSecret(request, 'yudistira');
  const answer = await fetchJson(request, request.source.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ key, limit: String(limit), offset: '0' }).toString(),
  });
  const since = Number(request.cursor['since'] ?? 0);
  const claims = asObjects(answer).flatMap((row) => toClaim(row) ?? []);
  const fresh = claims.filter((claim) => (claim.checkedAt ?? since + 1) > since);
  const newest = claims.reduce((most, claim) => Math.max(most, claim.checkedAt ?? 0), since);
  return { items: [], claims: fresh, drops: [], cursor: { since: newest }, notModified: fresh.length === 0 };
}

function toClaim(row: Json): FoundClaim | null {
  const title = oneLine(htmlToText(asText(row['title'])));
  if (title === '') return null;
  const { claim, rating } = splitTitle(title);
  // status: 1 stands for true, 2 for false.
  const status = asText(row['status']);
  return {
    text: claim,
    title,
    checker: 'Mafindo',
    rating: rating ?? (asText(row['classification']) || null),
    verdict: status === '1' ? 'benar' : status === '2' ? 'salah' : 'belum_diperiksa',
    kind: kindOf(asText(row['classification'])),
    url: asText(row['source_link']) || null,
    firstAppearedAt: null,
    checkedAt: parseDate(asText(row['tanggal']), { defaultOffset: jakartaOffset }),
  };
}
