import type { Alert } from '../../shared/domain/alert.ts';
import { dayMs, hourMs, hourOf } from '../../shared/domain/instant.ts';
import type { Source } from '../../shared/domain/source.ts';
import { nationalScope, nationalUnit } from '../../shared/domain/unit.ts';
import type { ItemIndex } from '../../shared/ports/item-index.ts';
import { detectSourceSilence } from '../watch/event-detectors.ts';
import { explainFinding } from '../watch/explain.ts';
import type { WatchSettings } from '../watch/settings.ts';
import type { AlertDraft } from '../watch/watch-series.ts';
import { keepSilencesTold, silencesTold } from './silence-told.ts';
import { type StoreAlertDeps, storeAlerts } from './store-alerts.ts';

export interface SourceWatchDeps extends StoreAlertDeps {
  index: Pick<ItemIndex, 'scan' | 'histogram'>;
  settings: WatchSettings;
  unitName(unit: string): string;
}

/** Silence is a matter of hours. */
const lookEveryMs = hourMs;
const habitDays = 14;

/** How a source usually writes: its mean gap and the longest one, from a fortnight of its items up to the last. */
async function habitOf(
  { index }: SourceWatchDeps,
  sourceId: string,
  lastAt: number,
): Promise<{ usualGapMs: number; longestGapMs: number }> {
  const from = lastAt - habitDays * dayMs;
  const filter = { scope: nationalScope, sourceIds: [sourceId], from };
  const buckets = await index.histogram(filter, hourMs);
  const items = buckets.reduce((sum, bucket) => sum + bucket.items, 0);
  if (buckets.length < 2) return { usualGapMs: 0, longestGapMs: 0 };
  let longestGapMs = 0;
  for (const [at, bucket] of buckets.entries())
    if (at > 0) longestGapMs = Math.max(longestGapMs, bucket.at - buckets[at - 1]!.at);
  return { usualGapMs: (hourOf(lastAt) + hourMs - buckets[0]!.at) / items, longestGapMs };
}

async function silenceOf(
  deps: SourceWatchDeps,
  source: Source,
): Promise<{ source: Source; draft: AlertDraft; since: number } | null> {
  const { records, now, settings, unitName } = deps;
  const health = await records.sources.health(source.id);
  const since = health?.lastNewItemAt ?? null;
  if (since === null || now - since < settings.spike.silenceMinimumHours * hourMs) return null;
  const habit = await habitOf(deps, source.id, since);
  const finding = detectSourceSilence({ lastNewItemAt: since, ...habit }, now, settings.spike);
  if (!finding) return null;
  const unit = source.homeArea ?? nationalUnit;
  const context = {
    subject: source.name,
    place: unitName(unit),
    tier: 'national' as const,
    settings: settings.spike,
  };
  const draft: AlertDraft = {
    seriesKey: '',
    issueId: null,
    unit,
    at: now,
    push: false,
    held: 'sumber yang diam cukup di ringkasan',
    level: 'sedang',
    ...finding,
    statistic: null,
    sentence: [explainFinding(finding, context), health?.error].filter(Boolean).join(' '),
    bucketMinutes: 60,
    counts: [],
  };
  return { source, draft, since };
}

type Silence = NonNullable<Awaited<ReturnType<typeof silenceOf>>>;

/**
 * Once an hour: tells of every source that has fallen silent beyond its habit, and why where it cannot be read. One
 * silence is told once, be it here or by the visit that found the source dead for three days.
 */
export async function tellSilentSources(deps: SourceWatchDeps): Promise<Alert[]> {
  const { records, now } = deps;
  const before = await silencesTold(records);
  // a clock that was set back looks again at once
  if (Math.abs(now - before.lookedAt) < lookEveryMs) return [];
  const silences: Silence[] = [];
  for (const source of await records.sources.list()) {
    const found = source.enabled ? await silenceOf(deps, source) : null;
    if (found) silences.push(found);
  }
  return records.transaction(async (inner) => {
    const told = Object.fromEntries(silences.map(({ source, since }) => [source.id, since]));
    await keepSilencesTold(inner, { lookedAt: now, told });
    const fresh: AlertDraft[] = [];
    for (const { source, draft, since } of silences) {
      const isTold = before.told[source.id] === since;
      const health = await inner.sources.health(source.id);
      if (!isTold && (health?.noticeAt ?? null) === null) fresh.push(draft);
    }
    return storeAlerts({ ...deps, records: inner }, fresh);
  });
}
