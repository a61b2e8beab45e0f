import type { Delivery, Message } from '../../shared/domain/delivery.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import { campaignMessageOf } from '../disseminate/compose-campaign.ts';
import { type ViewDeps, viewAlert } from './alert-view.ts';
import { composeAlert } from './compose-alert.ts';
import { composeTest } from './compose-test.ts';

/**
 * The message of a delivery: the one that was kept, else composed now and kept, so that every retry and every receipt
 * shows the same text. null when its alert, campaign or person is gone.
 */
export async function messageOf(delivery: Delivery, deps: ViewDeps): Promise<Message | null> {
  const { records } = deps;
  const kept = await records.deliveries.message(delivery.messageId);
  if (kept === null && delivery.campaignId !== undefined) {
    const message = await campaignMessageOf(delivery, deps);
    return message && records.deliveries.keepMessage(message);
  }
  if (kept === null && delivery.kind === 'test') {
    const { messageId, createdAt, unit } = delivery;
    return records.deliveries.keepMessage(
      composeTest(messageId, createdAt, unit, deps.zoneOf(unit), deps.baseUrl),
    );
  }
  if (kept !== null || delivery.alertId === null) return kept;
  const alert = await records.alerts.get(delivery.alertId, nationalScope);
  if (!alert) return null;
  return records.deliveries.keepMessage(composeAlert(await viewAlert(alert, delivery.escalatedFrom, deps)));
}
