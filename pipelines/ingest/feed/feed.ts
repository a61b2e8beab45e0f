/** A name as feeds give it; each part may be missing. */
export interface FeedPerson {
  name: string | null;
  email: string | null;
  uri: string | null;
}

export interface FeedLink {
  href: string;
  rel: string;
  type: string | null;
}

export interface FeedEnclosure {
  url: string;
  type: string | null;
}

/** What a whole feed and one of its entries have in common. Instants are epoch milliseconds; null when absent or unreadable. */
export interface FeedPart {
  /** Plain text, one line. */
  title: string | null;
  /** Absolute when the feed or its address gives a base. */
  link: string | null;
  links: readonly FeedLink[];
  /** `guid`, `atom:id`, `rdf:about` or JSON Feed's `id`, as written. */
  id: string | null;
  publishedAt: number | null;
  updatedAt: number | null;
  createdAt: number | null;
  author: FeedPerson | null;
  authors: readonly FeedPerson[];
  contributors: readonly FeedPerson[];
  categories: readonly string[];
  language: string | null;
  rights: string | null;
  image: string | null;
}

export interface FeedEntry extends FeedPart {
  /** Plain text of the summary or description. */
  summary: string | null;
  /** The full text as HTML, relative addresses made absolute; null when the feed carries none. */
  content: string | null;
  enclosures: readonly FeedEnclosure[];
  comments: string | null;
  /** Name of the feed an entry was taken over from (`source`). */
  sourceTitle: string | null;
  sourceLink: string | null;
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json';

export interface Feed extends FeedPart {
  format: FeedFormat;
  /** As written: "2.0", "0.3", "1.1" …; empty when unknown. */
  version: string;
  /** Plain text of description, subtitle, tagline or abstract. */
  subtitle: string | null;
  generator: string | null;
  entries: readonly FeedEntry[];
  /** Entries beyond the cap, which were not read. */
  skippedEntries: number;
  /** The encoding the bytes were read with, lower case. */
  charset: string;
}

/** The bytes are no feed of a kind that is known. `reason` is Indonesian. */
export class NotAFeed extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'NotAFeed';
    this.reason = reason;
  }
}
