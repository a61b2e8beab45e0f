import type { Drop } from '../../shared/domain/drop.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Source, SourceHealth } from '../../shared/domain/source.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Collected } from '../ingest/connectors/connector.ts';
import { findFeeds } from '../ingest/page/find-feeds.ts';
import { afterVisit, type Visit } from '../ingest/source-health.ts';
import { decodeText } from '../ingest/text/decode-text.ts';
import { healthOf } from './remember-visit.ts';
import { failureOf, type VisitDeps, visitSource, whyUnreadable } from './visit-source.ts';

/** What one visit showed, with nothing stored. */
export interface Preview {
  items: readonly Item[];
  /** Fact-checks, by the checker's title. */
  claims: readonly string[];
  drops: readonly Drop[];
  /** Why the source cannot be used as it is, in Indonesian; null when it can. */
  error: string | null;
  /** Feeds that the page at this address names, where it is a page and no feed. */
  feeds: readonly string[];
}

/** Pages that a preview opens: enough to see whether texts come through, few enough to wait for. */
const previewPages = 3;

const withFewPages = (source: Source): Source =>
  source.kind === 'feed' || source.kind === 'sitemap' || source.kind === 'page_list'
    ? { ...source, settings: { ...source.settings, maxPages: previewPages } }
    : source;

/** What a source would bring. Stores nothing, neither items nor health. */
export async function previewSource(source: Source, deps: VisitDeps): Promise<Preview> {
  try {
    const collected = await visitSource(withFewPages(source), {}, { ...deps, index: { known: unknown } });
    const { items, claims, drops } = collected;
    const reason = whyUnusable(collected);
    const feeds = reason?.code === 'not_a_feed' ? await feedsOf(source, deps) : [];
    return { items, claims: claims.map(({ title }) => title), drops, error: reason?.detail ?? null, feeds };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return { items: [], claims: [], drops: [], error: failure.explanation, feeds: [] };
  }
}

const unknown = async () => new Map<string, { version: number; linked: boolean }>();
/** Everything counts as known: lists are read, and the pages behind them are left alone. */
const allKnown = async (ids: readonly string[]) =>
  new Map(ids.map((id) => [id, { version: 1, linked: true }]));

/** A limit that is used up is no fault of the source, but a preview has nothing to show either. */
const whyUnusable = (collected: Collected): Drop | undefined =>
  whyUnreadable(collected) ??
  (collected.items.length > 0 ? undefined : collected.drops.find(({ code }) => exhausted.has(code)));
const exhausted = new Set(['spending_cap', 'quota_exhausted']);

async function feedsOf({ url }: Source, { fetcher }: VisitDeps): Promise<string[]> {
  const response = await fetcher.fetch({ url, kind: 'page' }).catch(() => null);
  if (!response) return [];
  const { text } = decodeText(response.body, { kind: 'html', contentType: response.headers.contentType });
  return findFeeds(text, response.finalUrl);
}

export interface Checked {
  health: SourceHealth;
  /** Entries the source shows at present. */
  entries: number;
  drops: readonly Drop[];
  error: string | null;
}

/** Kinds whose visits cost money or quota, so that they go on where the last one ended. */
const counted: ReadonlySet<Source['kind']> = new Set(['x', 'youtube', 'mail']);

/**
 * Visits a source and stores how it fares. Items are not taken and the cursor stays, so the next turn brings all of
 * them; the pages behind a list are not opened.
 */
export async function checkSource(
  source: Source,
  deps: VisitDeps & { records: Pick<Records, 'sources' | 'state'> },
): Promise<Checked> {
  const { records, clock } = deps;
  const before = await healthOf(records, source, clock.now());
  const days = (await records.state.get(`source.days ${source.id}`)) as { counts: number[] } | null;
  const counts = days?.counts ?? [0];
  const store = async (seen: Visit): Promise<SourceHealth> => {
    const health = afterVisit(before, source, seen, counts);
    await records.sources.putHealth(health);
    return health;
  };
  const at = clock.now();
  try {
    const cursor = counted.has(source.kind) ? before.cursor : {};
    const collected = await visitSource(source, cursor, { ...deps, index: { known: allKnown } });
    const { items, claims, drops } = collected;
    const reason = whyUnreadable(collected);
    const health = await store(
      reason
        ? { at, ok: false, code: reason.code, httpStatus: null, explanation: reason.detail }
        : { at, ok: true, newItems: 0, refusals: before.refusals, cursor: before.cursor },
    );
    return { health, entries: items.length + claims.length, drops, error: reason?.detail ?? null };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return {
      health: await store({ at, ok: false, ...failure }),
      entries: 0,
      drops: [],
      error: failure.explanation,
    };
  }
}
