import { hourMs } from '../../shared/domain/instant.ts';

export interface DeliverySettings {
  /** A try that has not ended after this is taken for crashed; longer than any channel's own limit of two minutes. */
  leaseMs: number;
  /** Wait after the first failure on a channel; each further one waits `waitFactor` times as long, up to `maxWaitMs`. */
  firstWaitMs: number;
  waitFactor: number;
  maxWaitMs: number;
  /** Tries on one channel while another is left; the last one is tried until the message is too old. */
  triesPerChannel: number;
  /** A provider that wants a longer pause than this is left for the next channel. */
  patienceMs: number;
  /** A message that has been tried this long without reaching anybody goes one unit up as well. */
  escalateAfterMs: number;
  /** What could not be delivered by then is in the digest and no news any more. */
  expiresMs: number;
  /** Recipients read and written at a time: memory and the length of one write stay bounded. */
  pageSize: number;
  /** Local hours at which the digest is sent. */
  digestHours: readonly number[];
}

/** Chosen: with four tries (0, 30 s, 2 min, 6.5 min) the next channel is reached within DOMAIN's 15 minutes of triage. */
export const defaultDeliverySettings: DeliverySettings = {
  leaseMs: 180_000,
  firstWaitMs: 30_000,
  waitFactor: 3,
  maxWaitMs: 30 * 60_000,
  triesPerChannel: 4,
  patienceMs: 5 * 60_000,
  // DOMAIN's time after which a province hears of kritis; only alerts that wake people are ever tried at once
  escalateAfterMs: 15 * 60_000,
  expiresMs: 24 * hourMs,
  pageSize: 500,
  digestHours: [7, 16],
};
