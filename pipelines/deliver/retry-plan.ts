import type { Attempt, Delivery } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import {
  Misconfigured,
  PermanentRefusal,
  type SendOutcome,
  TemporaryFailure,
} from '../../shared/ports/channel.ts';
import type { DeliverySettings } from './settings.ts';

/** How a try went wrong, as the plan sees it. */
export interface Failure {
  outcome: 'temporary' | 'unknown' | 'refused' | 'misconfigured';
  reason: string;
  retryAt: Instant | null;
}

/** What a channel threw; anything it must not throw counts as temporary, so that nothing is given up by a mistake. */
export function failureOf(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof PermanentRefusal) return { outcome: 'refused', reason, retryAt: null };
  if (error instanceof Misconfigured) return { outcome: 'misconfigured', reason, retryAt: null };
  if (error instanceof TemporaryFailure)
    return { outcome: error.maybeSent ? 'unknown' : 'temporary', reason, retryAt: error.retryAt };
  return { outcome: 'unknown', reason: `Kesalahan program: ${reason}`, retryAt: null };
}

const closed = (attempts: readonly Attempt[], end: Partial<Attempt>): Attempt[] =>
  attempts.map((attempt) => (attempt.outcome === 'open' ? { ...attempt, ...end } : attempt));

/** The delivery after its channel took the message. */
export const afterSuccess = (
  delivery: Delivery,
  { state, providerId }: SendOutcome,
  now: Instant,
): Delivery => ({
  ...delivery,
  state,
  leaseUntil: null,
  finishedAt: now,
  reason: null,
  providerId,
  attempts: closed(delivery.attempts, { outcome: state, endedAt: now, providerId }),
});

/** Tries on the present channel, in a row up to now. */
function triesHere({ attempts, channel }: Delivery): number {
  const other = attempts.findLastIndex((attempt) => attempt.channel !== channel);
  return attempts.length - 1 - other;
}

/** When to try again on the same channel: the plan's wait or later, if the provider asks for it. */
function nextTry(
  delivery: Delivery,
  { retryAt }: Failure,
  now: Instant,
  settings: DeliverySettings,
): Instant {
  const wait = settings.firstWaitMs * settings.waitFactor ** (triesHere(delivery) - 1);
  return Math.max(now + Math.min(wait, settings.maxWaitMs), retryAt ?? 0);
}

/**
 * The delivery after a failed try: again on the same channel with growing waits, then the next channel at once, and
 * failed when none is left or the message is too old. A refusal and a channel that is set up wrongly go on at once.
 */
export function afterFailure(
  delivery: Delivery,
  failure: Failure,
  now: Instant,
  settings: DeliverySettings,
): Delivery {
  const { outcome, reason } = failure;
  const attempts = closed(delivery.attempts, { outcome, reason, endedAt: now });
  const ended = { ...delivery, attempts, leaseUntil: null, reason };
  const passing = outcome === 'temporary' || outcome === 'unknown';
  const dueAt = nextTry(delivery, failure, now, settings);
  const isLast = delivery.laterChannels.length === 0;
  const tooOld = dueAt - delivery.createdAt > settings.expiresMs;
  const hasPatience = triesHere(delivery) < settings.triesPerChannel && dueAt - now <= settings.patienceMs;
  if (passing && !tooOld && (isLast || hasPatience)) return { ...ended, state: 'queued', dueAt };
  const [channel, ...laterChannels] = delivery.laterChannels;
  if (channel !== undefined) return { ...ended, state: 'queued', dueAt: now, channel, laterChannels };
  return { ...ended, state: 'failed', finishedAt: now };
}

/** The delivery of a message that nobody needs any more. */
export const expired = (delivery: Delivery, now: Instant): Delivery => {
  const reason = 'Kedaluwarsa: tidak terkirim pada waktunya; isinya ada di ringkasan.';
  return {
    ...delivery,
    attempts: closed(delivery.attempts, { outcome: 'refused', reason, endedAt: now }),
    state: 'failed',
    leaseUntil: null,
    finishedAt: now,
    reason,
  };
};
