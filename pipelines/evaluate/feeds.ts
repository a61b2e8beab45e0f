import { type Feed, NotAFeed } from '../ingest/feed/feed.ts';
import { parseDate } from '../ingest/text/parse-date.ts';
import { htmlToText, oneLine } from '../ingest/text/plain-text.ts';
import { type Check, type Head, headChecks, jsonChecks, readHead } from './feed-checks.ts';
import type { Literal } from './feed-expectation.ts';

/** One test feed: its bytes, and what its collection expects of it. */
export interface FeedCase {
  name: string;
  bytes: Uint8Array;
  /** gofeed's neighbour file; null where the expectation stands in the file's head or there is none. */
  expectedJson: unknown;
}

export interface FeedFigures {
  n: number;
  parsed: number;
  crashed: number;
  wellFormed: { n: number; parsed: number };
  /** Share of stated values that agree, per field; `count` says of how many. */
  fields: Record<string, number>;
  counts: Record<string, number>;
  [more: string]: unknown;
}

export type ParseFeed = (
  bytes: Uint8Array,
  options: { contentType: string | null; url: string | null },
) => Feed | Promise<Feed>;

export interface FeedMiss {
  name: string;
  field: string;
  expected: unknown;
  actual: unknown;
}

/** Measures a feed parser against stated values. Text is compared as plain text, dates as instants, addresses as they stand. */
export async function evaluateFeeds(
  cases: Iterable<FeedCase> | AsyncIterable<FeedCase>,
  parse: ParseFeed,
  onMiss: (miss: FeedMiss) => void = () => {},
): Promise<FeedFigures> {
  const figures: FeedFigures = {
    n: 0,
    parsed: 0,
    crashed: 0,
    wellFormed: { n: 0, parsed: 0 },
    fields: {},
    counts: {},
  };
  const right: Record<string, number> = {};
  for await (const one of cases) {
    const head = one.expectedJson === null ? readHead(one.bytes) : null;
    const feed = await parseOne(one, head, parse, figures, onMiss);
    for (const check of one.expectedJson === null ? headChecks(head) : jsonChecks(one.expectedJson)) {
      figures.counts[check.field] = (figures.counts[check.field] ?? 0) + 1;
      const actual = feed ? check.read(feed) : null;
      if (feed && agrees(check, actual)) right[check.field] = (right[check.field] ?? 0) + 1;
      else onMiss({ name: one.name, field: check.field, expected: check.expected, actual });
    }
  }
  for (const [field, count] of Object.entries(figures.counts)) {
    figures.fields[field] = Math.round(((right[field] ?? 0) / count) * 10_000) / 10_000;
  }
  return figures;
}

/** Parses one file and counts how that went. Files that state `bozo` are broken on purpose. */
async function parseOne(
  one: FeedCase,
  head: Head | null,
  parse: ParseFeed,
  figures: FeedFigures,
  onMiss: (miss: FeedMiss) => void,
): Promise<Feed | null> {
  const wellFormed = one.expectedJson !== null || (head !== null && !/^\s*bozo\b/.test(head.expression));
  figures.n += 1;
  if (wellFormed) figures.wellFormed.n += 1;
  try {
    const feed = await parse(one.bytes, { contentType: head?.contentType ?? null, url: head?.url ?? null });
    figures.parsed += 1;
    if (wellFormed) figures.wellFormed.parsed += 1;
    return feed;
  } catch (error) {
    if (!(error instanceof NotAFeed)) figures.crashed += 1;
    onMiss({ name: one.name, field: 'parse', expected: 'a feed', actual: String(error) });
    return null;
  }
}

function agrees(check: Check, actual: unknown): boolean {
  const { expected } = check;
  if (check.compare === 'date') return toInstant(expected) === actual;
  if (expected === null) return actual === null || actual === '';
  if (typeof expected !== 'string') return actual === expected;
  const said = typeof actual === 'string' ? actual : '';
  if (check.compare === 'exact') return said.trim() === expected.trim();
  // A text field holds what a reader sees; the expectation may hold the markup that makes a reader see it.
  if (check.compare === 'text')
    return [compact(expected), asText(expected)].some(
      (form) => form === compact(said) || form === asText(said),
    );
  if (asText(said) !== asText(expected) && asText(said) !== compact(expected)) return false;
  return addressesIn(said) === addressesIn(expected);
}

const compact = (text: string): string => oneLine(text).replace(/\s+/g, '');
const asText = (text: string): string => compact(htmlToText(text));
const addressesIn = (html: string): string =>
  [...html.matchAll(/\b(?:href|src)\s*=\s*["']([^"']*)/gi)].map((match) => match[1]).join(' ');

/** A date as text, or Python's time tuple. */
function toInstant(value: Literal): number | null {
  if (typeof value === 'string') return parseDate(value);
  if (!Array.isArray(value)) return null;
  const [year, month, day, hour, minute, second] = value.map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
}
