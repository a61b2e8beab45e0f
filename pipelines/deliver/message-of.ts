import type { Delivery, Message } from '../../shared/domain/delivery.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { type ViewDeps, viewAlert } from './alert-view.ts';
import { composeAlert } from './compose-alert.ts';

/**
 * The message of a delivery: the one that was kept, else composed now and kept, so that every retry and every receipt
 * shows the same text. null when its alert is gone.
 */
export async function messageOf(delivery: Delivery, deps: ViewDeps): Promise<Message | null> {
  const { records } = deps;
  const kept = await records.deliveries.message(delivery.messageId);
  if (kept !== null || delivery.alertId === null) return kept;
  const alert = await records.alerts.get(delivery.alertId, nationalScope);
  if (!alert) return null;
  return records.deliveries.keepMessage(composeAlert(await viewAlert(alert, delivery.escalatedFrom, deps)));
}
