import { htmlToText } from '../text/plain-text.ts';
import { bodyText } from './body-text.ts';
import { bodySettings, findBody } from './find-body.ts';
import { type JsonObject, readJsonLd } from './json-ld.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';
import { type PageTree, readPageTree } from './page-tree.ts';

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
    text: chooseText(tree, metadata.title, objects),
    jsonLd: objects,
    whole: tree.whole,
  };
}

/** Shorter texts are more often a search gone wrong than an article; the shortest one measured has 369 characters. */
const shortText = 250;

/**
 * The text found by the page's build; where that is next to nothing, what stands there when names are not heeded, and
 * where the page's own data holds at least twice as much, that.
 */
function chooseText(tree: PageTree, title: string | null, objects: readonly JsonObject[]): string {
  let text = bodyText(findBody(tree.root), title);
  if (text.length < shortText) {
    const plain = bodyText(findBody(tree.root, { ...bodySettings, heedNames: false }), title, false);
    if (plain.length > 2 * text.length) text = plain;
  }
  const stated = objects.map((object) => object['articleBody']).find((body) => typeof body === 'string');
  if (stated === undefined || stated.length < shortText || stated.length < 2 * text.length) return text;
  const own = htmlToText(stated);
  return own.length >= 2 * text.length ? own : text;
}
