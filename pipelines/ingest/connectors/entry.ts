import type { FeedEntry } from '../feed/feed.ts';

/** A feed entry from what other lists know of an article. */
export const entryOf = (known: Partial<FeedEntry> & { link: string | null }): FeedEntry => ({
  title: null,
  links: [],
  id: known.link,
  publishedAt: null,
  updatedAt: null,
  createdAt: null,
  author: null,
  authors: [],
  contributors: [],
  categories: [],
  language: null,
  rights: null,
  image: null,
  summary: null,
  content: null,
  enclosures: [],
  comments: null,
  sourceTitle: null,
  sourceLink: null,
  ...known,
});
