import type { Claim } from '../../shared/domain/claim.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { hourMs } from '../../shared/domain/instant.ts';
import type { TargetState } from './clock.ts';
import type { Finding } from './detector.ts';
import type { SpikeSettings } from './settings.ts';

/**
 * A new item that matches an open claim judged `salah`, from an account with at least 100,000 followers. A rebuttal or
 * a report of it is no match: the caller passes the item's stance.
 */
export function detectClaimMatch(
  claim: Pick<Claim, 'verdict'>,
  item: { followers: number; stance: string },
  settings: SpikeSettings,
): Finding | null {
  const spreads = item.stance === 'menyebarkan' || item.stance === 'none';
  if (claim.verdict !== 'salah' || !spreads || item.followers < settings.claimFollowers) return null;
  const baseline = settings.claimFollowers;
  const factor = item.followers / baseline;
  return { rule: 'claim_match', observed: item.followers, baseline, factor, statistic: null };
}

/** A source that used to bring items every `usualGapMs` and has brought none for many times as long, nor ever so long. */
export function detectSourceSilence(
  source: { lastNewItemAt: Instant | null; usualGapMs: number; longestGapMs?: number },
  now: Instant,
  settings: SpikeSettings,
): Finding | null {
  if (source.lastNewItemAt === null || source.usualGapMs <= 0) return null;
  const silentMs = now - source.lastNewItemAt;
  const factor = silentMs / source.usualGapMs;
  const least = Math.max(
    settings.silenceMinimumHours * hourMs,
    settings.silenceLongest * (source.longestGapMs ?? 0),
  );
  if (factor < settings.silenceFactor || silentMs < least) return null;
  const [observed, baseline] = [silentMs / hourMs, source.usualGapMs / hourMs];
  return { rule: 'source_silent', observed, baseline, factor, statistic: null };
}

/** The first open target that is at risk or late. `observed` and `baseline` are hours until it is due, and none left. */
export function detectClockAtRisk(targets: readonly TargetState[], now: Instant): Finding | null {
  const open = targets.filter((target) => target.doneAt === null && target.dueAt !== null);
  const first = open
    .filter((target) => target.state === 'at_risk' || target.state === 'late')
    .toSorted((a, b) => a.dueAt! - b.dueAt!)[0];
  if (!first) return null;
  const observed = (first.dueAt! - now) / hourMs;
  return { rule: 'clock_at_risk', observed, baseline: 0, factor: 1, statistic: null };
}
