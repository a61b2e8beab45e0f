import type { FoundClaim } from '../connectors/connector.ts';
import { isJsonObject, type JsonObject, textValue, typesOf } from '../page/json-ld.ts';
import { parseDate } from '../text/parse-date.ts';
import { htmlToText, oneLine } from '../text/plain-text.ts';
import { kindOf, verdictOf } from './rating.ts';

/** ClaimReview objects (schema.org) of a page as found claims. */
export function readClaimReviews(objects: readonly JsonObject[], pageUrl: string | null): FoundClaim[] {
  return objects
    .filter((object) => typesOf(object).includes('claimreview'))
    .flatMap((review) => toClaim(review, pageUrl) ?? []);
}

function toClaim(review: JsonObject, pageUrl: string | null): FoundClaim | null {
  const text = textValue(review['claimReviewed']);
  if (text === null) return null;
  const rating = ratingOf(review['reviewRating']);
  const item = isJsonObject(review['itemReviewed']) ? review['itemReviewed'] : {};
  return {
    text: clean(text),
    title: clean(textValue(review['headline'], 'name') ?? textValue(review['name']) ?? text),
    checker: clean(textValue(review['author'], 'name', 'url') ?? ''),
    rating,
    verdict: rating === null ? 'belum_diperiksa' : verdictOf(rating),
    kind: rating === null ? null : kindOf(rating),
    url: textValue(review['url']) ?? pageUrl,
    firstAppearedAt: date(item['datePublished']),
    checkedAt: date(review['datePublished']),
  };
}

/** The rating in words, else by its place between worst and best (schema.org: 1 is worst unless said). */
function ratingOf(value: unknown): string | null {
  if (!isJsonObject(value)) return null;
  const words = textValue(value['alternateName']) ?? textValue(value['name']);
  if (words !== null) return clean(words);
  const [rating, worst, best] = ['ratingValue', 'worstRating', 'bestRating'].map((key) =>
    Number(value[key] ?? Number.NaN),
  );
  if (rating === undefined || !Number.isFinite(rating) || rating < 0) return null;
  const low = Number.isFinite(worst) ? worst! : 1;
  const high = Number.isFinite(best) && best! > low ? best! : 5;
  const share = (rating - low) / (high - low);
  return share <= 0.1 ? 'salah' : share >= 0.9 ? 'benar' : 'sebagian benar';
}

const clean = (text: string): string => oneLine(htmlToText(text)).slice(0, 2_000);

function date(value: unknown): number | null {
  const text = textValue(value);
  return text === null ? null : parseDate(text);
}
