import type { z } from 'zod';
import { type Alert, alertSchema } from '../../shared/domain/alert.ts';
import { hourMs, type Instant } from '../../shared/domain/instant.ts';
import type { Source, SourceHealth } from '../../shared/domain/source.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';
import { isDead } from '../ingest/source-health.ts';

const dayFormat = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });

/** What the officer reads: since when, why, and that silence is not safety. */
export function deadSentence(source: Source, health: SourceHealth): string {
  const last = health.lastNewItemAt ?? health.lastSuccessAt;
  const since = last === null ? 'sejak dipasang' : `sejak ${dayFormat.format(last)}`;
  const why =
    health.state === 'silent'
      ? 'Terbaca, tetapi tidak ada unggahan baru.'
      : (health.error ?? 'Tidak terbaca.');
  return `Sumber "${source.name}" tidak membawa unggahan ${since}. ${why} Yang tidak terkumpul belum tentu aman.`;
}

/**
 * The notice of a source that has been dead for three days; null while it is alive or the officer was told already. It
 * waits for the digest of the outlet's home, or of the national unit where it has none.
 */
export function deadSourceNotice(
  source: Source,
  health: SourceHealth,
  now: Instant,
  id: () => string,
): Alert | null {
  if (health.noticeAt !== null || !isDead(health, now)) return null;
  const last = health.lastNewItemAt ?? health.lastSuccessAt ?? health.changes[0]?.at ?? health.stateSince;
  const observed = Math.max(0, Math.round((now - last) / hourMs));
  const baseline = health.itemsUsual > 0 ? 24 / health.itemsUsual : 24;
  return alertSchema.parse({
    id: id(),
    rule: 'source_silent',
    issueId: null,
    unit: source.homeArea ?? nationalUnit,
    at: now,
    push: false,
    level: 'sedang',
    observed,
    baseline,
    factor: observed / baseline,
    statistic: null,
    sentence: deadSentence(source, health),
    storyIds: [],
    firstItemId: null,
    bucketMinutes: 60,
  } satisfies z.input<typeof alertSchema>);
}
