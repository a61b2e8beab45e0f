import type { Alert } from '../../shared/domain/alert.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { IndexedItem } from '../../shared/domain/labelled-item.ts';
import type { Source } from '../../shared/domain/source.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { ItemLabeller, LabelTask } from '../../shared/ports/item-labeller.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { ToneModel } from '../../shared/ports/tone-model.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../claims/knowledge-base.ts';
import { withPeoplesWord } from '../learn/keep-label.ts';
import { createLinker } from '../link/linker.ts';
import { readErased } from '../privacy/retention.ts';
import type { ElectionCalendar } from '../watch/calendar.ts';
import type { WatchSettings } from '../watch/settings.ts';
import { type EnrichResult, enrichBatch } from './enrich-batch.ts';
import { linksWhole } from './link-redo.ts';
import { type LinkResult, LinkWriter } from './link-writer.ts';
import { type MatchResult, matchClaims, type ToMatch } from './match-claims.ts';
import { matchEntries } from './match-entries.ts';
import { readThresholdFactors } from './read-budgets.ts';
import { tellClaimMatches } from './tell-claims.ts';
import { readCalendar, readWatchSettings } from './watch-config.ts';
import { type ChangedIssue, watchIssues } from './watch-issues.ts';
import { withMoods } from './with-moods.ts';

export interface FlowDeps {
  index: ItemIndex;
  records: Records;
  clock: Clock;
  ids: Ids;
  labeller: Pick<ItemLabeller, 'label'>;
  /** The operator's own reader of moods, where there is one. */
  toneModel?: ToneModel | undefined;
  /** One for the process; default one of its own. */
  knowledge?: KnowledgeBase | undefined;
  calendar: ElectionCalendar;
  settings: WatchSettings;
  unitName(unit: string): string;
  zoneOf(unit: string): Unit['zone'];
  /** Told of what people will want to see at once. */
  changed?(what: { issues: readonly ChangedIssue[]; alerts: readonly Alert[] }): void;
}

/** The way of an item after it was collected, stage by stage; whoever runs it decides how stages are queued. */
export interface Flow {
  /**
   * Labels and stores a batch; `toLink` goes to `link`. Drops are counted by reason.
   * @param options.leaveNew `link` is given the fresh items and writes those that are new, once and with their places
   */
  enrich(items: readonly Item[], options?: { leaveNew?: boolean }): Promise<EnrichResult>;
  /**
   * Puts a batch into stories and issues, as the one writer of links. Drops are counted by reason.
   * @param carried those of the items that the caller has at hand: they are not read back from the index, and written
   *   to it where they are not there in this version
   */
  link(ids: readonly string[], carried?: readonly IndexedItem[]): Promise<LinkResult>;
  /** False while the knowledge base is empty: then there is nothing to match with. */
  knowsClaims(): Promise<boolean>;
  /** Compares items and issues with the knowledge base; entries that are new with what was there before them. */
  match(what: ToMatch & { entryIds?: readonly string[] }): Promise<MatchResult>;
  /** `everything`: also what did not change, because clocks and freshness go on. */
  watch(
    everything: boolean,
    /** `unattended`: a replay of the past, for whose response clocks nobody can answer. */
    options?: { unattended?: boolean },
  ): Promise<{ judged: number; changed: ChangedIssue[]; alerts: Alert[] }>;
}

/** Sources change rarely; a new home area counts from the next minute on. */
const sourcesKeptMs = 60_000;

export function createFlow(deps: FlowDeps): Flow {
  const { index, records, clock, ids } = deps;
  const writer = new LinkWriter({
    index,
    records,
    clock,
    writerId: ids.next(),
    createLinker: () => createLinker(),
    calendar: deps.calendar,
  });
  const sources = rememberSources(records, clock);
  const knowledge = deps.knowledge ?? createKnowledgeBase(records);
  const matching = { index, records, clock, knowledge, seen: new Map<string, string>() };
  return {
    async enrich(items, { leaveNew = false } = {}) {
      const { byId } = await sources();
      const label = (batch: readonly Item[]) =>
        deps.labeller.label(batch.map((item) => ({ item, source: hintsOf(byId.get(item.sourceId)) })));
      const complete = (fresh: readonly IndexedItem[]) =>
        withMoods(fresh, deps.toneModel).then((read) => withPeoplesWord(read, records));
      const result = await enrichBatch(items, {
        index,
        label,
        complete,
        erased: await readErased(records),
        leaveNew: leaveNew && (await linksWhole(records)),
        now: clock.now(),
      });
      if (result.drops.length > 0)
        await records.transaction((inner) => inner.sources.countDrops(clock.now(), result.drops));
      return result;
    },
    async link(linkIds, carried) {
      const result = await writer.link(linkIds, carried);
      const { drops } = result;
      if (drops.length > 0)
        await records.transaction((inner) => inner.sources.countDrops(clock.now(), drops));
      return result;
    },
    knowsClaims: async () => (await records.knowledge.sequence()) > 0,
    async match({ entryIds, ...what }) {
      const result = await (entryIds && entryIds.length > 0
        ? matchEntries(matching, entryIds)
        : matchClaims(matching, what));
      const settings = await readWatchSettings(records, deps.settings);
      const linked = result.linked.flatMap((link) => (link.subjectKind === 'item' ? [link.subjectId] : []));
      const itemIds = [...new Set([...(what.itemIds ?? []), ...linked])];
      const alerts = await tellClaimMatches({ ...deps, settings, now: clock.now() }, itemIds);
      if (alerts.length > 0) deps.changed?.({ issues: [], alerts });
      return result;
    },
    async watch(everything, { unattended = false } = {}) {
      const { tiers } = await sources();
      const now = clock.now();
      const settings = await readWatchSettings(records, deps.settings);
      const { judged, changed, merged, alerts } = await watchIssues(
        {
          ...deps,
          now,
          settings,
          calendar: await readCalendar(records, deps.calendar),
          outletTier: (outlet) => tiers.get(outlet) ?? 0,
          thresholdFactor: await readThresholdFactors(records, now, settings.alerts),
          unattended,
        },
        everything,
      );
      const issues = [...changed, ...merged];
      if (issues.length + alerts.length > 0) deps.changed?.({ issues, alerts });
      return { judged, changed, alerts };
    },
  };
}

/** No more of a source than labels need: it crosses to another thread with every item. */
const hintsOf = (source: Source | undefined): LabelTask['source'] =>
  source && { homeArea: source.homeArea, outlet: source.outlet, kind: source.kind };

interface KnownSources {
  byId: ReadonlyMap<string, Source>;
  tiers: ReadonlyMap<string, number>;
}

function rememberSources(records: Records, clock: Clock): () => Promise<KnownSources> {
  let known: KnownSources | null = null;
  let readAt: Instant = 0;
  return async () => {
    if (known && Math.abs(clock.now() - readAt) < sourcesKeptMs) return known;
    const list = await records.sources.list();
    readAt = clock.now();
    known = {
      byId: new Map(list.map((source) => [source.id, source])),
      tiers: new Map(list.flatMap((source) => (source.outlet ? [[source.outlet, source.outletTier]] : []))),
    };
    return known;
  };
}
