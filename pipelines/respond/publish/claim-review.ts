import { unitOfCode } from '../../../shared/areas/unit-of-code.ts';
import { toRfc3339 } from '../../../shared/domain/instant.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { ratingOf } from '../../claims/exchange/knowledge-json-ld.ts';

/**
 * schema.org's ClaimReview of a publication that judges a claim, else a NewsArticle. Search engines show it as they like:
 * the rich result was retired, so nothing is promised.
 */
export function claimReviewOf(publication: Publication): object {
  const { claimSaid, verdict, url, title, summary, publishedAt, updatedAt, sources, firstAppearedAt } =
    publication;
  const author = { '@type': 'GovernmentOrganization', name: unitOfCode(publication.unit).name };
  const dates = { datePublished: toRfc3339(publishedAt), dateModified: toRfc3339(updatedAt) };
  const citation = sources.map(({ title: name, url: at }) => ({ '@type': 'CreativeWork', name, url: at }));
  const rating = ratingOf(verdict, null);
  const common = {
    '@context': 'https://schema.org',
    url: `${url}/`,
    inLanguage: 'id',
    author,
    ...dates,
    citation,
  };
  if (claimSaid === null || rating === undefined)
    return { ...common, '@type': 'NewsArticle', headline: title, description: summary, publisher: author };
  return {
    ...common,
    '@type': 'ClaimReview',
    name: title,
    claimReviewed: claimSaid,
    reviewBody: summary,
    itemReviewed: {
      '@type': 'Claim',
      ...(firstAppearedAt === null ? {} : { datePublished: toRfc3339(firstAppearedAt) }),
    },
    reviewRating: rating,
  };
}
