import type { Drop } from '../../shared/domain/drop.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Source, SourceHealth } from '../../shared/domain/source.ts';
import { batchSize } from '../../shared/jobs/jobs.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { FetchError, type Fetcher } from '../../shared/ports/fetcher.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import {
  type Collected,
  type CollectRequest,
  type Connector,
  SettingsRefused,
} from '../ingest/connectors/connector.ts';

export interface CollectDeps {
  records: Records;
  index: Pick<ItemIndex, 'known'>;
  fetcher: Fetcher;
  clock: Clock;
  connectors: ReadonlyMap<Source['kind'], Connector>;
  readPage: CollectRequest['readPage'];
  pseudonymise(name: string): string;
  secrets: Readonly<Record<string, string>>;
  /** Makes items safe: once it resolves the source's cursor moves on. */
  deliver(items: readonly Item[]): Promise<void>;
}

export interface CollectResult {
  items: number;
  drops: readonly Drop[];
  /** In plain words, for the officer; null when the source could be read. */
  error: string | null;
}

/** Asks one source for what is new. Items are safe before the cursor moves, so that a kill in between loses none. */
export async function collectSource(source: Source, deps: CollectDeps): Promise<CollectResult> {
  const { records, clock } = deps;
  const before = await records.sources.health(source.id);
  try {
    const collected = await visit(source, before, deps);
    for (let at = 0; at < collected.items.length; at += batchSize)
      await deps.deliver(collected.items.slice(at, at + batchSize));
    if (collected.drops.length > 0) await records.sources.countDrops(clock.now(), collected.drops);
    await records.sources.putHealth(afterSuccess(source, before, collected, clock.now()));
    return { items: collected.items.length, drops: collected.drops, error: null };
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof SettingsRefused)) throw error;
    const reason = error instanceof FetchError ? error.explanation : error.reason;
    const code = error instanceof FetchError ? error.code : 'settings_refused';
    const drops: Drop[] = [{ stage: 'collect', code, detail: reason, subject: source.url }];
    await records.sources.countDrops(clock.now(), drops);
    await records.sources.putHealth(afterFailure(source, before, error, clock.now()));
    return { items: 0, drops, error: reason };
  }
}

function visit(source: Source, before: SourceHealth | null, deps: CollectDeps): Promise<Collected> {
  const connector = deps.connectors.get(source.kind);
  if (!connector)
    throw new SettingsRefused(`Jenis sumber "${source.kind}" belum dapat diambil oleh program ini.`);
  return connector.collect({
    source,
    cursor: before?.cursor ?? {},
    fetcher: deps.fetcher,
    now: deps.clock.now(),
    knownIds: async (ids) => new Set((await deps.index.known(ids)).keys()),
    readPage: deps.readPage,
    pseudonymise: deps.pseudonymise,
    secrets: deps.secrets,
  });
}

const blank = (source: Source, at: number): SourceHealth => ({
  sourceId: source.id,
  state: 'well',
  stateSince: at,
  lastTryAt: null,
  lastSuccessAt: null,
  lastNewItemAt: null,
  httpStatus: null,
  error: null,
  failures: 0,
  cursor: {},
});

const inState = (health: SourceHealth, state: SourceHealth['state'], at: number): SourceHealth =>
  health.state === state ? health : { ...health, state, stateSince: at };

function afterSuccess(
  source: Source,
  before: SourceHealth | null,
  collected: Collected,
  at: number,
): SourceHealth {
  const health = inState(before ?? blank(source, at), 'well', at);
  return {
    ...health,
    lastTryAt: at,
    lastSuccessAt: at,
    lastNewItemAt: collected.items.length > 0 ? at : health.lastNewItemAt,
    httpStatus: collected.notModified ? 304 : 200,
    error: null,
    failures: 0,
    cursor: collected.cursor,
  };
}

function afterFailure(
  source: Source,
  before: SourceHealth | null,
  error: FetchError | SettingsRefused,
  at: number,
): SourceHealth {
  const health = inState(before ?? blank(source, at), 'failing', at);
  const reason = error instanceof FetchError ? error.explanation : error.reason;
  return { ...health, lastTryAt: at, error: reason, failures: health.failures + 1 };
}
