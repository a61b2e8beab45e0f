import type { Instant } from '../../shared/domain/instant.ts';
import type { Records } from '../../shared/ports/records.ts';
import { createClaimMatcher, type Suggestion } from '../link/claim-matcher.ts';
import { type Contradiction, contradictionsAmong } from './contradictions.ts';
import { claimEntry, factCheckEntry, isApproved, isOffered, type KnowledgeEntry } from './knowledge-entry.ts';

export interface Match extends Suggestion {
  entry: KnowledgeEntry;
  /** Others of the same answer that cannot hold beside it. */
  contradicts: Contradiction[];
}

export interface MatchOptions {
  now: Instant;
  /** How many at most; default five. */
  most?: number;
  /** Ids of entries that a person said do not fit this text. */
  rejected?: ReadonlySet<string>;
}

/** The matcher's index of what the records hold, kept up to date by whoever has one; any process may. */
export interface KnowledgeBase {
  /** Brings in what changed since the last time; one cheap read when nothing did. @returns the number of the last change */
  refresh(): Promise<number>;
  /** Entries, stale ones included. */
  readonly size: number;
  /** The entries most like a text, best first; none that is withdrawn or past its review date. */
  match(text: string, options: MatchOptions): Match[];
  entry(id: string): KnowledgeEntry | null;
  contradictionsOf(id: string, now: Instant): Contradiction[];
}

/** Suggestions of one text. */
export const mostSuggestions = 5;
/** Changes read at a time: a page is indexed in about 50 ms, so that other work of the process gets its turn. */
const pageSize = 500;
/** Entries near one entry in which its contradictions are looked for. */
const nearby = 20;

export function createKnowledgeBase(records: Pick<Records, 'knowledge'>): KnowledgeBase {
  const matcher = createClaimMatcher();
  const entries = new Map<string, KnowledgeEntry>();
  let sequence = 0;
  let running: Promise<number> | null = null;

  const take = (entry: KnowledgeEntry): void => {
    const isGone = entry.kind === 'claim' && entry.claim.withdrawnAt !== null;
    // A claim of one's own that only changed its verdict keeps its place in the index.
    if (isGone) matcher.remove(entry.id);
    else if (entries.get(entry.id)?.text !== entry.text || gone.has(entry.id))
      matcher.add({ id: entry.id, text: entry.text, isApproved: true });
    if (isGone) gone.add(entry.id);
    else gone.delete(entry.id);
    entries.set(entry.id, entry);
  };
  const gone = new Set<string>();

  async function catchUp(): Promise<number> {
    if ((await records.knowledge.sequence()) === sequence) return sequence;
    for (;;) {
      const changes = await records.knowledge.changesSince(sequence, pageSize);
      for (const claim of changes.claims) take(claimEntry(claim));
      for (const check of changes.factChecks) take(factCheckEntry(check));
      if (changes.sequence === sequence) return sequence;
      sequence = changes.sequence;
    }
  }

  /** Those that must not be offered: few beside all, and none in most knowledge bases. */
  function hidden(now: Instant, rejected: ReadonlySet<string> | undefined): Set<string> {
    const ids = new Set(rejected);
    for (const entry of entries.values()) if (!isOffered(entry, now)) ids.add(entry.id);
    return ids;
  }

  const match: KnowledgeBase['match'] = (text, { now, most = mostSuggestions, rejected }) => {
    const found = matcher.match(text, most, hidden(now, rejected)).map((suggestion) => {
      const entry = entries.get(suggestion.claimId)!;
      return { ...suggestion, nearIdentical: suggestion.nearIdentical && isApproved(entry, now), entry };
    });
    const all = found.map(({ entry }) => entry);
    return found.map((one) => ({ ...one, contradicts: contradictionsAmong(one.entry, all) }));
  };

  return {
    refresh() {
      running ??= catchUp().finally(() => {
        running = null;
      });
      return running;
    },
    get size() {
      return entries.size - gone.size;
    },
    match,
    entry: (id) => entries.get(id) ?? null,
    contradictionsOf(id, now) {
      const one = entries.get(id);
      if (!one) return [];
      const near = match(one.text, { now, most: nearby, rejected: new Set([id]) });
      return contradictionsAmong(
        one,
        near.map(({ entry }) => entry),
      );
    },
  };
}
