import type { Drop } from '../../shared/domain/drop.ts';
import type { Item } from '../../shared/domain/item.ts';
import type { Source } from '../../shared/domain/source.ts';
import { nationalScope, nationalUnit } from '../../shared/domain/unit.ts';
import { batchSize } from '../../shared/jobs/jobs.ts';
import type { Clock, Ids } from '../../shared/ports/clock.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import type { Records } from '../../shared/ports/records.ts';
import { keepFactChecks } from '../claims/keep-fact-checks.ts';
import type { Collected, FoundClaim } from '../ingest/connectors/connector.ts';
import { nextVersion } from '../ingest/item/entry-to-item.ts';
import type { Visit } from '../ingest/source-health.ts';
import type { EvidenceKeeper } from './keep-evidence.ts';
import { healthOf, rememberVisit } from './remember-visit.ts';
import { type Failure, failureOf, type VisitDeps, visitSource, whyUnreadable } from './visit-source.ts';

export interface CollectDeps extends VisitDeps {
  records: Records;
  index: Pick<ItemIndex, 'known' | 'get'>;
  clock: Clock;
  /** Names notices. */
  ids: Ids;
  /** Keeps what deserves it; without it nothing is kept. */
  keeper?: EvidenceKeeper | undefined;
  /** Where pictures that came without a word are put; without it they are left out. */
  store?: Pick<EvidenceStore, 'put'>;
  /** Makes items safe: once it resolves the source's cursor moves on. */
  deliver(items: readonly Item[]): Promise<void>;
  /** Told which fact-checks are new or say something else now, so that they are looked for in what is there. */
  factChecksKept?(ids: readonly string[]): Promise<void>;
}

export interface CollectResult {
  items: number;
  /** Of them, those that were not known before. */
  newItems: number;
  /** Known pages that were edited. */
  edits: number;
  /** Fact-checks that it brought. */
  factChecks: readonly FoundClaim[];
  drops: readonly Drop[];
  /** In plain words, for the officer; null when the source could be read. */
  error: string | null;
  /** True when it was not its turn: it failed, or the site asked to be left alone. */
  waits: boolean;
}

const nothing: CollectResult = {
  items: 0,
  newItems: 0,
  edits: 0,
  factChecks: [],
  drops: [],
  error: null,
  waits: false,
};

/** Turns may come a little early. */
const slackMs = 30_000;

/** Asks one source for what is new. Items are safe before the cursor moves, so that a kill in between loses none. */
export async function collectSource(source: Source, deps: CollectDeps): Promise<CollectResult> {
  const { records, clock } = deps;
  const before = await healthOf(records, source, clock.now());
  if (before.nextTryAt !== null && clock.now() < before.nextTryAt - slackMs)
    return { ...nothing, waits: true };
  const fail = async (failure: Failure, drops: readonly Drop[]): Promise<CollectResult> => {
    await rememberVisit(deps, source, before, { at: clock.now(), ok: false, ...failure }, drops);
    return { ...nothing, drops, error: failure.explanation };
  };
  try {
    const judged = new Set<string>();
    const collected = await visitSource(source, before.cursor, {
      ...deps,
      async sawPage(item, page) {
        judged.add(item.id);
        await deps.keeper?.atFirstSight(item, source, page);
      },
    });
    const { claims, drops } = collected;
    const bad = whyUnreadable(collected);
    if (bad) return fail({ code: bad.code, httpStatus: null, explanation: bad.detail }, drops);
    const handed = await handOn(source, collected, judged, deps);
    const kept = await keepFactChecks(records, claims, { sourceId: source.id, now: clock.now() });
    if (kept.ids.length > 0) await deps.factChecksKept?.(kept.ids);
    await rememberVisit(
      deps,
      source,
      before,
      successOf(collected, handed.newItems + kept.added, deps),
      drops,
    );
    return { ...nothing, ...handed, factChecks: claims, drops };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return fail(failure, [
      { stage: 'collect', code: failure.code, detail: failure.explanation, subject: source.url },
    ]);
  }
}

const successOf = ({ drops, cursor }: Collected, newItems: number, { clock }: CollectDeps): Visit => ({
  at: clock.now(),
  ok: true,
  newItems,
  refusals: drops.filter(({ code }) => !noteCodes.has(code)).length,
  cursor,
});

/** Drops that tell what was mended in an item that was taken. */
const noteCodes = new Set(['date_missing', 'date_implausible', 'text_capped', 'text_repaired', 'page_cut']);

/** Keeps and delivers what came, edits as new versions of what is known. */
async function handOn(
  source: Source,
  collected: Collected,
  judged: ReadonlySet<string>,
  deps: CollectDeps,
): Promise<Pick<CollectResult, 'items' | 'newItems' | 'edits'>> {
  const known = await deps.index.known(collected.items.map((item) => item.id));
  const fresh = collected.items.filter((item) => !known.has(item.id));
  for (const item of fresh) {
    const attached = collected.attachments?.get(item.id) ?? [];
    if (attached.length > 0) await deps.keeper?.keep(item, null, { reason: 'report', level: null }, attached);
    else if (!judged.has(item.id)) await deps.keeper?.atFirstSight(item, source, null);
  }
  await keepPictureReports(source, collected, deps);
  const edited = await editsOf(source, collected, deps);
  const replaced = new Set(edited.map((item) => item.id));
  const all = [...collected.items.filter((item) => !replaced.has(item.id)), ...edited];
  for (let at = 0; at < all.length; at += batchSize) await deps.deliver(all.slice(at, at + batchSize));
  return { items: all.length, newItems: fresh.length, edits: edited.length };
}

/** Pictures without a word wait as reports for somebody who types them out; one that is there already stays as it is. */
async function keepPictureReports(
  { homeArea }: Source,
  { pictureReports = [] }: Collected,
  { records, store, clock }: CollectDeps,
): Promise<void> {
  for (const { id, picture } of pictureReports) {
    if (!store || (await records.reports.get(id, nationalScope))) continue;
    const { bytes, contentType } = picture;
    await records.reports.put({
      ...{ id, at: clock.now(), unit: homeArea ?? nationalUnit, text: null, url: null, contact: null },
      screenshot: { hash: await store.put(bytes), contentType, bytes: bytes.length },
      ...{ state: 'waiting_text', itemId: null },
    });
  }
}

/** New versions of known items. Only the source that brought an item says how it reads now: others shorten it. */
async function editsOf(source: Source, { reread = [] }: Collected, deps: CollectDeps): Promise<Item[]> {
  if (reread.length === 0) return [];
  const ids = reread.map(({ item }) => item.id);
  const stored = new Map((await deps.index.get(ids, nationalScope)).map((item) => [item.id, item]));
  const edited: Item[] = [];
  for (const { item, page } of reread) {
    const known = stored.get(item.id);
    if (!known || known.sourceId !== source.id) continue;
    const next = nextVersion(known, item);
    if (next.version === known.version) continue;
    await deps.keeper?.edited(known, next, page);
    edited.push(next);
  }
  return edited;
}
