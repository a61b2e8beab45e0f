import type { Alert } from '../../shared/domain/alert.ts';
import { alertMessageId, type Delivery, deliveryId } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { openChannels, type Recipient } from '../../shared/domain/recipient.ts';
import { levels } from '../../shared/domain/risk.ts';
import type { Zone } from '../watch/local-time.ts';
import { quietUntil } from './quiet-hours.ts';

const atLeastHigh = (alert: Alert): boolean => levels.indexOf(alert.level) >= levels.indexOf('tinggi');

/**
 * Whether a person is told of an alert at once, in the digest or not at all. Only tinggi and kritis are ever told at
 * once; the sensitivity decides the rest (see `sensitivitySchema`).
 */
export function urgencyFor(alert: Alert, recipient: Recipient): 'now' | 'digest' | 'never' {
  if (!recipient.active || !recipient.levels.includes(alert.level)) return 'never';
  const { sensitivity } = recipient;
  const wakes =
    sensitivity === 'rendah'
      ? alert.push && alert.level === 'kritis'
      : atLeastHigh(alert) && (alert.push || sensitivity === 'tinggi');
  return wakes ? 'now' : 'digest';
}

export interface DeliveriesContext {
  now: Instant;
  zoneOf(unit: string): Zone;
  /** The unit that has nobody to tell; null when the message goes to its own people. */
  escalatedFrom: string | null;
}

/**
 * The outbox rows of one alert: one for each person who is to be told at once and has a channel left. Quiet hours, in
 * the zone of the person's unit, put everything but kritis off until they end, and recoveries always. Ids follow from alert and person, so the
 * same call again gives the same rows.
 */
export function deliveriesFor(
  alert: Alert,
  recipients: readonly Recipient[],
  { now, zoneOf, escalatedFrom }: DeliveriesContext,
): Delivery[] {
  return recipients.flatMap((recipient) => {
    const [channel, ...laterChannels] = openChannels(recipient);
    if (channel === undefined || urgencyFor(alert, recipient) !== 'now') return [];
    // good news can wait until morning, whatever its level was
    const breaksQuiet = alert.level === 'kritis' && alert.rule !== 'recovered';
    const quiet = breaksQuiet ? null : quietUntil(now, recipient.quiet, zoneOf(recipient.unit));
    return [
      {
        id: deliveryId(alert.id, recipient.id),
        kind: 'alert' as const,
        messageId: alertMessageId(alert.id, escalatedFrom),
        alertId: alert.id,
        recipientId: recipient.id,
        unit: alert.unit,
        level: alert.level,
        escalatedFrom,
        channel,
        laterChannels,
        ...waiting(now, quiet),
      },
    ];
  });
}

/** The parts of a delivery that nobody has tried yet. */
export const waiting = (now: Instant, notBefore: Instant | null = null) => ({
  state: 'queued' as const,
  createdAt: now,
  dueAt: notBefore ?? now,
  leaseUntil: null,
  finishedAt: null,
  reason: notBefore === null ? null : 'Ditunda sampai jam tenang penerima berakhir.',
  providerId: null,
  attempts: [],
});
