import type { z } from 'zod';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { Drop } from '../../../shared/domain/drop.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Item } from '../../../shared/domain/item.ts';
import type { Source } from '../../../shared/domain/source.ts';
import type { Allowance } from '../../../shared/ports/allowance.ts';
import type { FetchError, Fetcher } from '../../../shared/ports/fetcher.ts';
import type { OpenMailbox } from '../../../shared/ports/mailbox.ts';
import type { Feed } from '../feed/feed.ts';
import type { ParseFeedOptions } from '../feed/parse-feed.ts';
import { collectDrop } from '../item/item-outcome.ts';
import type { Article } from '../page/extract-article.ts';

/** Where a connector left off: what it returned last time, or empty. Plain JSON, opaque to everyone else. */
export type Cursor = Readonly<Record<string, unknown>>;

/** A fact-check found at a source, before it gets an id and an owner. */
export type FoundClaim = Pick<Claim, 'text' | 'verdict' | 'kind' | 'url' | 'firstAppearedAt'> & {
  /** The fact-checker's name. */
  checker: string;
  /** What the checker wrote: title of the fact-check. */
  title: string;
  /** The checker's own rating, as written. */
  rating: string | null;
  checkedAt: Instant | null;
};

/** A page as the server sent it. */
export interface SeenPage {
  /** Decoded from its transfer encoding, otherwise as it came. */
  html: Uint8Array;
  /** Every header, names in lower case. */
  headers: Readonly<Record<string, string>>;
  status: number;
  url: string;
  at: Instant;
}

/** A file that came with an item, e.g. a screenshot. */
export interface Attachment {
  name: string;
  bytes: Uint8Array;
  contentType: string;
}

/** A picture that came without a word: nothing to read until somebody types what it shows. */
export interface PictureReport {
  /** The same whenever it is collected. */
  id: string;
  picture: Attachment;
}

export interface CollectRequest {
  source: Source;
  cursor: Cursor;
  fetcher: Fetcher;
  now: Instant;
  /** Of these item ids, the ones that are stored already; their pages are not fetched again. */
  knownIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Reads an article page behind a time limit; see `extractArticle`. */
  readPage(html: string, url: string): Promise<Article>;
  /** `tryParseFeed` in another thread, for large feeds; without it they are read where they are. */
  readFeed?(bytes: Uint8Array, options: ParseFeedOptions): Promise<Feed | { refused: string }>;
  /** Told of the page behind an item that is seen for the first time, before the next page is read. */
  sawPage?(item: Item, page: SeenPage): Promise<void>;
  /** The mailbox people report to; without it mail cannot be collected. */
  openMailbox?: OpenMailbox | undefined;
  /** What the whole installation has used of services that are counted; taken from before a request is sent. */
  allowance: Allowance;
  /** Keyed hash of a private author's name. */
  pseudonymise(name: string): string;
  /** Keys and tokens by name (e.g. `youtube`), from the program's settings; never stored with a source. */
  secrets: Readonly<Record<string, string>>;
}

export interface Collected {
  items: readonly Item[];
  /** Known items as they read now, where the source says that they changed or it was time to look again. */
  reread?: readonly { item: Item; page: SeenPage | null }[];
  claims: readonly FoundClaim[];
  /** Files of items by the item's id; they are evidence. */
  attachments?: ReadonlyMap<string, readonly Attachment[]>;
  pictureReports?: readonly PictureReport[];
  /** Refusals, and notes on items that were mended; all counted. */
  drops: readonly Drop[];
  /** To be stored with the source once the items are safe. */
  cursor: Cursor;
  /** The source said that nothing changed since the cursor. */
  notModified: boolean;
}

/** What a source may use of a service that is counted; amounts as `Allowance` has them. */
export interface Account {
  service: string;
  period: string;
  limit: number;
  /** How people read it: `perUnit` of the smallest unit are one of these. */
  unit: 'unit' | 'USD';
  perUnit: number;
}

/** One way to collect; one file each. */
export interface Connector {
  kind: Source['kind'];
  /** What `source.settings` may hold; parsing fills the defaults. */
  settings: z.ZodType<Record<string, unknown>>;
  /** For services that are counted: what such a source may use at this time. @throws SettingsRefused */
  account?(source: Source, now: Instant): Account;
  /**
   * What is new since the cursor. Calling again with the same cursor gives the same items (ids are hashes).
   * @throws FetchError when the source itself could not be read; what goes wrong with one item is a drop
   */
  collect(request: CollectRequest): Promise<Collected>;
}

export const nothingNew = (cursor: Cursor): Collected => ({
  items: [],
  claims: [],
  drops: [],
  cursor,
  notModified: true,
});

/** A source is set up wrongly; `reason` says in Indonesian what to mend. */
export class SettingsRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'SettingsRefused';
    this.reason = reason;
  }
}

/** Checks a source's settings. @throws SettingsRefused naming the setting */
export function readSettings<T>(schema: z.ZodType<T>, source: Source): T {
  const parsed = schema.safeParse(source.settings);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SettingsRefused(
    `Pengaturan sumber "${source.name}" keliru pada "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`,
  );
}

/** Where an operator writes each key. */
const settingOf: Readonly<Record<string, string>> = {
  youtube: 'SARING_YOUTUBE_KEY',
  x: 'SARING_X_TOKEN',
  mastodon: 'SARING_MASTODON_TOKEN',
  google_fact_check: 'SARING_GOOGLE_FACT_CHECK_KEY',
  yudistira: 'SARING_YUDISTIRA_KEY',
};

/** A key the connector cannot do without. @throws SettingsRefused naming the setting it is written in */
export function needSecret(request: CollectRequest, name: string): string {
  const secret = request.secrets[name];
  if (!secret)
    throw new SettingsRefused(
      `Sumber "${request.source.name}" memerlukan kunci; isi ${settingOf[name] ?? name} pada pengaturan.`,
    );
  return secret;
}

export const fetchDrop = (error: FetchError): Drop => collectDrop(error.code, error.url, error.explanation);

/** A string in a cursor, or undefined. */
export function cursorText(cursor: Cursor, key: string): string | undefined {
  const value = cursor[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
