import type { Alert } from '../../shared/domain/alert.ts';
import type { Delivery } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { isContactOf, type Recipient } from '../../shared/domain/recipient.ts';
import { upwards } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import type { Zone } from '../watch/local-time.ts';
import { deliveriesFor } from './deliveries-for.ts';
import { desk } from './desk.ts';
import { defaultDeliverySettings } from './settings.ts';

export interface EnqueueDeps {
  now: Instant;
  zoneOf(unit: string): Zone;
  pageSize?: number;
}

/** Everybody who wants the alerts of a unit, a page at a time. */
export async function* watchersOf(
  records: Records,
  unit: string,
  limit: number = defaultDeliverySettings.pageSize,
): AsyncGenerator<Recipient[]> {
  let after: string | undefined;
  for (;;) {
    const page = await records.recipients.watching(unit, {
      limit,
      ...(after === undefined ? {} : { after }),
    });
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    after = page.at(-1)!.id;
  }
}

/** The nearest unit upwards that has somebody who can be reached; null when none has. */
export async function reachedUnit(records: Records, unit: string): Promise<string | null> {
  for (const one of upwards(unit))
    for await (const page of watchersOf(records, one))
      if (page.some((recipient) => isContactOf(recipient, one))) return one;
  return null;
}

/**
 * Puts the alerts into the outbox of everybody who is to be told at once; to be called with the records of the
 * transaction that writes the alerts, so that there is never one without the other. A unit without contacts is made up
 * for by the next one above it, and the message says so. Calling it again adds nothing. Returns how many were added.
 */
export async function enqueueDeliveries(
  records: Records,
  alerts: readonly Alert[],
  deps: EnqueueDeps,
): Promise<number> {
  let added = 0;
  for (const alert of alerts) added += await enqueueAlert(records, alert, deps);
  return added;
}

async function enqueueAlert(records: Records, alert: Alert, deps: EnqueueDeps): Promise<number> {
  // Nobody is woken by a quiet alert unless they asked for it: only a push looks for somebody higher up.
  const reached = alert.push ? await reachedUnit(records, alert.unit) : alert.unit;
  const escalatedFrom = reached === alert.unit ? null : alert.unit;
  let added = 0;
  for (const unit of upwards(alert.unit)) {
    for await (const page of watchersOf(records, unit, deps.pageSize))
      added += await records.deliveries.enqueue(deliveriesFor(alert, page, { ...deps, escalatedFrom }));
    if (unit === reached) return added;
  }
  return added + (await records.deliveries.enqueue(deliveriesFor(alert, [desk], { ...deps, escalatedFrom })));
}

const arrived: readonly Delivery['state'][] = ['sent', 'delivered', 'read'];

/**
 * When nobody has got an alert, whether its tries have failed or go on: tells the next unit above that has somebody new,
 * in the end the desk. Returns how many were added; 0 when somebody has it or has not been tried yet.
 */
export async function escalateUnreached(records: Records, alert: Alert, deps: EnqueueDeps): Promise<number> {
  const made = await records.deliveries.list({
    scope: { unit: alert.unit },
    alertId: alert.id,
    limit: 1_000,
  });
  if (made.some(({ state, attempts }) => arrived.includes(state) || attempts.length === 0)) return 0;
  const context = { ...deps, escalatedFrom: alert.unit };
  for (const unit of upwards(alert.unit).slice(1))
    for await (const page of watchersOf(records, unit, deps.pageSize)) {
      const contacts = page.filter((recipient) => isContactOf(recipient, unit));
      const added = await records.deliveries.enqueue(deliveriesFor(alert, contacts, context));
      if (added > 0) return added;
    }
  return records.deliveries.enqueue(deliveriesFor(alert, [desk], context));
}
