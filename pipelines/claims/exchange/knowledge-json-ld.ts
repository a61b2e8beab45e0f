import {
  type ApiClaim,
  type ApiFactCheck,
  apiClaimSchema,
  apiFactCheckSchema,
  fromApiClaim,
  fromApiFactCheck,
  toApiClaim,
  toApiFactCheck,
} from '../../../shared/api/claims.ts';
import type { ClaimStatus } from '../../../shared/domain/claim.ts';
import { readClaimReviews } from '../../ingest/fact-check/claim-review.ts';
import { isJsonObject, readJsonLd, typesOf } from '../../ingest/page/json-ld.ts';
import { type Knowledge, nothingRead, type ReadKnowledge, UnreadableKnowledge } from './knowledge-file.ts';
import { parseJson, parseRecord } from './knowledge-json.ts';

/** Our own fields beside schema.org's, so that an export reads back whole. */
const own = 'urn:saring:knowledge#';
const context = ['https://schema.org', { saring: own }];

/** ClaimReview's scale from 1 (false) to 5 (true), with the word that people read. */
const ratings: Readonly<Record<Exclude<ClaimStatus, 'belum_diperiksa'>, [value: number, name: string]>> = {
  salah: [1, 'Salah'],
  menyesatkan: [2, 'Menyesatkan'],
  sebagian_benar: [3, 'Sebagian benar'],
  belum_terbukti: [3, 'Belum terbukti'],
  benar: [5, 'Benar'],
};

/** A verdict on the scale of ClaimReview, with the word that people read. */
export function ratingOf(verdict: ClaimStatus, words: string | null): object | undefined {
  if (verdict === 'belum_diperiksa' && words === null) return undefined;
  const [ratingValue, name] = verdict === 'belum_diperiksa' ? [undefined, words] : ratings[verdict];
  return {
    '@type': 'Rating',
    ...(ratingValue === undefined ? {} : { ratingValue, worstRating: 1, bestRating: 5 }),
    alternateName: words ?? name,
  };
}

const present = (object: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));

const reviewOfClaim = (claim: ApiClaim): object =>
  present({
    '@type': 'ClaimReview',
    identifier: claim.id,
    claimReviewed: claim.text,
    url: claim.url,
    datePublished: claim.approvedAt ?? claim.checkedAt ?? claim.createdAt,
    reviewBody: claim.explanation || null,
    author: { '@type': 'Organization', name: 'KPU', identifier: claim.unit },
    itemReviewed: present({
      '@type': 'Claim',
      datePublished: claim.firstAppearedAt,
      firstAppearance: claim.firstUrl === null ? null : { '@type': 'CreativeWork', url: claim.firstUrl },
      appearance: claim.sightings.flatMap(({ url }) =>
        url === null ? [] : [{ '@type': 'CreativeWork', url }],
      ),
    }),
    reviewRating: ratingOf(claim.verdict, null),
    citation: claim.evidence.map(({ title, url }) => ({ '@type': 'CreativeWork', name: title, url })),
    'saring:claim': claim,
  });

const reviewOfFactCheck = (check: ApiFactCheck): object =>
  present({
    '@type': 'ClaimReview',
    identifier: check.id,
    claimReviewed: check.text,
    name: check.title,
    url: check.url,
    datePublished: check.checkedAt,
    author: { '@type': 'Organization', name: check.checker },
    itemReviewed: present({ '@type': 'Claim', datePublished: check.firstAppearedAt }),
    reviewRating: ratingOf(check.verdict, check.rating),
    'saring:factCheck': check,
  });

/** Claims and fact-checks as schema.org's ClaimReview, one document. */
export const writeClaimReviews = ({ claims, factChecks }: Knowledge): string =>
  `${JSON.stringify({
    '@context': context,
    '@graph': [
      ...claims.map((claim) => reviewOfClaim(toApiClaim(claim))),
      ...factChecks.map((check) => reviewOfFactCheck(toApiFactCheck(check))),
    ],
  })}\n`;

/** Any ClaimReview JSON-LD: our own records come back whole, others' become fact-checks. @throws UnreadableKnowledge */
export function readClaimReviewFile(text: string): ReadKnowledge {
  const value = parseJson(text);
  const read = nothingRead();
  const reviews = reviewsIn(value, text);
  if (reviews.length === 0) throw new UnreadableKnowledge('Berkas tidak memuat ClaimReview.');
  for (const [n, review] of reviews.entries()) {
    const at = `ClaimReview ${n + 1}`;
    if (review['saring:claim'] !== undefined) {
      const claim = parseRecord(apiClaimSchema, review['saring:claim'], at, read.refusals);
      if (claim) read.claims.push(fromApiClaim(claim));
    } else if (review['saring:factCheck'] !== undefined) {
      const check = parseRecord(apiFactCheckSchema, review['saring:factCheck'], at, read.refusals);
      if (check) read.factChecks.push(fromApiFactCheck(check));
    } else {
      const found = readClaimReviews([review], null);
      if (found.length === 0) read.refusals.push({ at, reason: 'Tanpa "claimReviewed".' });
      read.found.push(...found);
    }
  }
  return read;
}

/** Reviews at the top or in a graph or list, of any number; deeper ones as a page would hold them. */
function reviewsIn(value: unknown, text: string): Readonly<Record<string, unknown>>[] {
  const graph = isJsonObject(value) && Array.isArray(value['@graph']) ? value['@graph'] : value;
  const list = Array.isArray(graph) ? graph : [graph];
  const direct = list.filter(isJsonObject).filter((one) => typesOf(one).includes('claimreview'));
  return direct.length > 0
    ? direct
    : readJsonLd([text]).filter((one) => typesOf(one).includes('claimreview'));
}
