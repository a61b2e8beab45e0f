import { hashId, itemId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import {
  authorKindSchema,
  type Item,
  type Metrics,
  type Platform,
  platformSchema,
} from '../../../shared/domain/item.ts';
import { canonicalUrl, withoutTracking } from '../item/canonical-url.ts';
import { cleanText } from '../item/clean-text.ts';
import { textNotes } from '../item/entry-to-item.ts';
import { believeDate, collectDrop, type ItemOutcome } from '../item/item-outcome.ts';
import { parseDate } from '../text/parse-date.ts';
import { type ColumnMapping, mapColumns, type RawRow, type RowField } from './row.ts';

export interface RowContext {
  sourceId: string;
  now: Instant;
  /** A keyed hash of a private author's name; the key is not this program part's to know. */
  pseudonymise(name: string): string;
  /** How many rows with this very content came before; only asked of rows without an id. */
  repeats(contentHash: string): number;
  /** What the rows are when they do not say. */
  defaultPlatform?: Platform | undefined;
  mapping?: ColumnMapping | undefined;
  /** Minutes east of UTC for dates without a zone. */
  defaultOffset?: number | undefined;
}

/** From this many followers on an account is a public one (DOMAIN's threshold for reach). */
const publicFollowers = 100_000;
const twitterDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}$/;

/** One row → one item, or the reason it was refused in Indonesian. @param subject how the row is called in reports */
export function rowToItem(row: RawRow, subject: string, context: RowContext): ItemOutcome {
  const mapping = mapColumns(Object.keys(row), context.mapping);
  const get = (field: RowField): string => readText(row, mapping[field]);
  const title = cleanText(get('title')).text.slice(0, 500) || null;
  const cleaned = cleanText(get('text') || (title ?? ''));
  if (cleaned.text === '')
    return { item: null, drop: collectDrop('empty_text', subject, 'Baris tanpa teks dan tanpa judul.') };
  const metrics = readMetrics(row, mapping);
  const platform = readPlatform(row, get('platform'), get('created_at'), context.defaultPlatform);
  const url = get('url');
  const canonical = url === '' ? null : canonicalUrl(url);
  const stated = get('id');
  const nativeId = stated !== '' ? stated : contentId(row, context);
  const date = believeDate(
    parseDate(get('created_at'), { defaultOffset: context.defaultOffset ?? 0 }),
    context.now,
    subject,
  );
  const kind = readAuthorKind(get('author_kind'), platform, metrics);
  const name = cleanText(get('author')).text.slice(0, 200) || null;
  const item: Item = {
    id:
      canonical !== null && (platform === 'news' || stated === '')
        ? itemId({ canonicalUrl: canonical })
        : itemId({ platform, nativeId }),
    platform,
    sourceId: context.sourceId,
    nativeId,
    url: canonical === null ? null : withoutTracking(url),
    title,
    text: cleaned.text,
    author: name !== null && kind === 'private' ? context.pseudonymise(name) : name,
    authorKind: kind,
    outlet: get('outlet') || null,
    publishedAt: date.at,
    collectedAt: context.now,
    metrics,
    version: 1,
  };
  return { item, notes: [...date.notes, ...textNotes(cleaned, subject)] };
}

function contentId(row: RawRow, context: RowContext): string {
  const hash = hashId(JSON.stringify(row).toWellFormed());
  const before = context.repeats(hash);
  return before === 0 ? hash : `${hash}-${before + 1}`;
}

function readText(row: RawRow, column: string | undefined): string {
  const value = column === undefined ? undefined : row[column];
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

function readMetrics(row: RawRow, mapping: ColumnMapping): Metrics {
  const nested = row['metrics'];
  const inner = typeof nested === 'object' && nested !== null ? (nested as RawRow) : {};
  const read = (field: keyof Metrics): number => {
    const raw = inner[field] ?? (mapping[field] === undefined ? 0 : row[mapping[field]]);
    // Exports write thousands with points, commas or blanks.
    const value = typeof raw === 'string' ? Number(raw.replace(/[.,\s](?=\d{3}\b)/g, '')) : Number(raw);
    return Number.isFinite(value) && value > 0 ? Math.min(Math.round(value), Number.MAX_SAFE_INTEGER) : 0;
  };
  return {
    likes: read('likes'),
    replies: read('replies'),
    shares: read('shares'),
    views: read('views'),
    followers: read('followers'),
  };
}

const platformAliases: Readonly<Record<string, Platform>> = {
  twitter: 'x',
  tweet: 'x',
  fb: 'facebook',
  ig: 'instagram',
  yt: 'youtube',
  wa: 'whatsapp',
  tg: 'telegram',
  berita: 'news',
  online: 'news',
  media_online: 'news',
};

function readPlatform(
  row: RawRow,
  stated: string,
  createdAt: string,
  fallback: Platform | undefined,
): Platform {
  const key = stated.toLowerCase();
  const known = platformSchema.safeParse(platformAliases[key] ?? key);
  if (known.success) return known.data;
  if (fallback !== undefined) return fallback;
  if (twitterDate.test(createdAt)) return 'x';
  if ('video' in row) return 'youtube';
  return 'title' in row && ('source' in row || 'outlet' in row) ? 'news' : 'other';
}

function readAuthorKind(stated: string, platform: Platform, metrics: Metrics): Item['authorKind'] {
  const known = authorKindSchema.safeParse(stated);
  if (known.success) return known.data;
  if (platform === 'news') return 'outlet';
  return metrics.followers >= publicFollowers ? 'public' : 'private';
}
