import type { Drop } from '../../shared/domain/drop.ts';
import { dayMs } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Source, SourceHealth } from '../../shared/domain/source.ts';
import { batchSize } from '../../shared/jobs/jobs.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { FetchError, type Fetcher, HttpFailure } from '../../shared/ports/fetcher.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { keepFactChecks } from '../claims/keep-fact-checks.ts';
import {
  type Collected,
  type CollectRequest,
  type Connector,
  type FoundClaim,
  SettingsRefused,
} from '../ingest/connectors/connector.ts';
import { afterVisit, initialHealth, type Visit } from '../ingest/source-health.ts';

export interface CollectDeps {
  records: Records;
  index: Pick<ItemIndex, 'known'>;
  fetcher: Fetcher;
  clock: Clock;
  connectors: ReadonlyMap<Source['kind'], Connector>;
  readPage: CollectRequest['readPage'];
  readFeed?: NonNullable<CollectRequest['readFeed']>;
  pseudonymise(name: string): string;
  secrets: Readonly<Record<string, string>>;
  /** Makes items safe: once it resolves the source's cursor moves on. */
  deliver(items: readonly Item[]): Promise<void>;
  /** Store no fact-checks: somebody only wants to see what a source would bring. */
  previewOnly?: boolean;
  /** Told which fact-checks are new or say something else now, so that they are looked for in what is there. */
  factChecksKept?(ids: readonly string[]): Promise<void>;
}

export interface CollectResult {
  items: number;
  /** Fact-checks that it brought. */
  factChecks: readonly FoundClaim[];
  drops: readonly Drop[];
  /** In plain words, for the officer; null when the source could be read. */
  error: string | null;
}

/** Asks one source for what is new. Items are safe before the cursor moves, so that a kill in between loses none. */
export async function collectSource(source: Source, deps: CollectDeps): Promise<CollectResult> {
  const { records, clock } = deps;
  const before = (await records.sources.health(source.id)) ?? initialHealth(source, clock.now());
  try {
    const collected = await visit(source, before, deps);
    for (let at = 0; at < collected.items.length; at += batchSize)
      await deps.deliver(collected.items.slice(at, at + batchSize));
    const { items, claims, drops, cursor } = collected;
    const kept = await keepFactChecks(records, deps.previewOnly ? [] : claims, {
      sourceId: source.id,
      now: clock.now(),
    });
    if (kept.ids.length > 0) await deps.factChecksKept?.(kept.ids);
    await remember(
      deps,
      source,
      before,
      { at: clock.now(), ok: true, newItems: items.length + kept.added, cursor },
      drops,
    );
    return { items: items.length, factChecks: claims, drops, error: null };
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof SettingsRefused)) throw error;
    const explanation = error instanceof FetchError ? error.explanation : error.reason;
    const code = error instanceof FetchError ? error.code : 'settings_refused';
    const httpStatus = error instanceof HttpFailure ? error.status : null;
    const drops: Drop[] = [{ stage: 'collect', code, detail: explanation, subject: source.url }];
    await remember(
      deps,
      source,
      before,
      { at: clock.now(), ok: false, code, httpStatus, explanation },
      drops,
    );
    return { items: 0, factChecks: [], drops, error: explanation };
  }
}

/** Days of which the new items are counted, for what is usual. */
const daysKept = 15;

/** Health, daily counts and drops of one visit, together. */
async function remember(
  { records }: CollectDeps,
  source: Source,
  before: SourceHealth,
  seen: Visit,
  drops: readonly Drop[],
): Promise<void> {
  const name = `source.days ${source.id}`;
  await records.transaction(async (inner) => {
    const kept = ((await inner.state.get(name)) as { day: number; counts: number[] } | null) ?? {
      day: Math.floor(seen.at / dayMs),
      counts: [0],
    };
    const today = Math.floor(seen.at / dayMs);
    const gap = Math.min(daysKept, Math.max(0, today - kept.day));
    const counts = [...kept.counts, ...Array.from({ length: gap }, () => 0)].slice(-daysKept);
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + (seen.ok ? seen.newItems : 0);
    await inner.state.put(name, { day: today, counts });
    if (drops.length > 0) await inner.sources.countDrops(seen.at, drops);
    await inner.sources.putHealth(afterVisit(before, source, seen, counts));
  });
}

function visit(source: Source, before: SourceHealth, deps: CollectDeps): Promise<Collected> {
  const connector = deps.connectors.get(source.kind);
  if (!connector)
    throw new SettingsRefused(`Jenis sumber "${source.kind}" belum dapat diambil oleh program ini.`);
  return connector.collect({
    source,
    cursor: before.cursor,
    fetcher: deps.fetcher,
    now: deps.clock.now(),
    knownIds: async (ids) => new Set((await deps.index.known(ids)).keys()),
    readPage: deps.readPage,
    ...(deps.readFeed ? { readFeed: deps.readFeed } : {}),
    pseudonymise: deps.pseudonymise,
    secrets: deps.secrets,
  });
}
