import type { Delivery } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';

export interface DeliveryReport {
  state: 'sent' | 'delivered' | 'read' | 'failed';
  at: Instant;
  reason: string | null;
}

const order = ['sent', 'delivered', 'read'];

/**
 * A delivery after later news of it; null when the news changes nothing: reports come late, twice and out of order, so
 * a state never falls back. News of failure after the message was seen is a mistake of the provider.
 */
export function applyReport(delivery: Delivery, { state, at, reason }: DeliveryReport): Delivery | null {
  if (state === 'failed')
    return delivery.state === 'sent' ? { ...delivery, state, reason, finishedAt: at } : null;
  const isFurther = order.indexOf(state) > order.indexOf(delivery.state);
  if (!isFurther || delivery.finishedAt === null) return null;
  return { ...delivery, state, finishedAt: at, reason: null };
}
