import { loadSampleData, type SampleData } from './sample-data.ts';

/** The matter of an item: a key, null for "about nothing that returns", undefined for "not of the sample". */
type MatterOf = (nativeIdOrUrl: string) => string | null | undefined;

/**
 * Ground truth for tests and measures, by a post's id, or by an article's address (with or without query).
 * An article's address ends in its id.
 */
export function createMatterOf(data: SampleData = loadSampleData()): MatterOf {
  const posts = new Map(data.posts.map((post) => [post.id, post.matter]));
  const articles = new Map(data.articles.map((article) => [String(article.id), article.matter]));
  return (nativeIdOrUrl) => {
    const post = posts.get(nativeIdOrUrl);
    if (post !== undefined) return post;
    const articleId = /\/baca\/[a-z0-9-]*-(\d+)(?:[?#]|$)/.exec(nativeIdOrUrl)?.[1];
    return articleId === undefined ? undefined : articles.get(articleId);
  };
}
