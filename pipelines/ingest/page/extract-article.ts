import { bodyText } from './body-text.ts';
import { findBody } from './find-body.ts';
import { type JsonObject, readJsonLd } from './json-ld.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';
import { readPageTree } from './page-tree.ts';

export interface Article extends PageMetadata {
  /** One paragraph a line; empty when the page holds no running text. */
  text: string;
  /** All objects of the page's JSON-LD, e.g. ClaimReview. */
  jsonLd: readonly JsonObject[];
  /** False when the page was cut at a limit of depth or size. */
  whole: boolean;
}

/**
 * A page's article and what the page says about itself. Pure; work is bounded by the page's length, and hostile pages
 * end at the limits of `pageLimits` with what came before.
 * @param url where the page came from; relative addresses and the canonical one are read against it
 */
export function extractArticle(html: string, url: string | null): Article {
  const tree = readPageTree(html);
  const objects = readJsonLd(tree.jsonLd);
  const metadata = readMetadata(tree, url, objects);
  return {
    ...metadata,
    text: bodyText(findBody(tree.root), metadata.title),
    jsonLd: objects,
    whole: tree.whole,
  };
}
