import { kindOf, verdictOf } from '../fact-check/rating.ts';
import { parseDate } from '../text/parse-date.ts';
import { oneLine } from '../text/plain-text.ts';
import { type Collected, type CollectRequest, type FoundClaim, needSecret } from './connector.ts';
import { asObject, asObjects, asText, fetchJson, type Json, withQuery } from './json-api.ts';

/** Pages of one visit; 100 claims each. */
const maxPages = 5;

/** Google Fact Check Tools, claims:search. Needs a key (`google_fact_check`, free); reviews in Indonesian of the last 30 days. */
export async function collectGoogleFactChecks(request: CollectRequest, query: string): Promise<Collected> {
  const key = needSecret(request, 'google_fact_check');
  const claims: FoundClaim[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const url = withQuery(request.source.url, {
      query,
      languageCode: 'id',
      maxAgeDays: 30,
      pageSize: 100,
      pageToken,
      key,
    });
    const answer = asObject(await fetchJson(request, url));
    claims.push(...asObjects(answer['claims']).flatMap(toClaims));
    pageToken = asText(answer['nextPageToken']) || undefined;
    if (pageToken === undefined) break;
  }
  const since = Number(request.cursor['since'] ?? 0);
  const fresh = claims.filter((claim) => (claim.checkedAt ?? since + 1) > since);
  const newest = claims.reduce((most, claim) => Math.max(most, claim.checkedAt ?? 0), since);
  return { items: [], claims: fresh, drops: [], cursor: { since: newest }, notModified: fresh.length === 0 };
}

/** One claim may have been checked by several. */
function toClaims(claim: Json): FoundClaim[] {
  const text = oneLine(asText(claim['text']));
  if (text === '') return [];
  return asObjects(claim['claimReview']).map((review) => {
    const rating = oneLine(asText(review['textualRating'])) || null;
    const publisher = asObject(review['publisher']);
    return {
      text,
      title: oneLine(asText(review['title'])) || text,
      checker: asText(publisher['name']) || asText(publisher['site']),
      rating,
      verdict: rating === null ? 'belum_diperiksa' : verdictOf(rating),
      kind: rating === null ? null : kindOf(rating),
      url: asText(review['url']) || null,
      firstAppearedAt: parseDate(asText(claim['claimDate'])),
      checkedAt: parseDate(asText(review['reviewDate'])),
    };
  });
}
