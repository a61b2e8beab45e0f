import type { z } from 'zod';
import type { Alert } from '../domain/alert.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type Recipient, recipientSchema } from '../domain/recipient.ts';

/** A kritis alert of Kota Malang on its voting day, 08:00 WIB. */
export const buildAlert = (over: Partial<Alert> = {}): Alert => ({
  id: 'alert-1',
  rule: 'quiet_tail',
  issueId: 'issue-001',
  unit: '35.73',
  at: Date.UTC(2024, 10, 27, 1),
  push: true,
  level: 'kritis',
  observed: 42,
  baseline: 3,
  factor: 14,
  statistic: 1e-9,
  sentence:
    '"Surat suara kurang di TPS 1" (Kota Malang): 42 unggahan dalam satu jam, biasanya 3 (14 kali lipat).',
  held: null,
  storyIds: [],
  firstItemId: null,
  platforms: { x: 30, facebook: 12 },
  areas: ['35.73'],
  bucketMinutes: 60,
  counts: [3, 2, 4, 42],
  falseAlarm: false,
  ...over,
});

/** An officer of Kota Malang with e-mail first and the application second. */
export const buildRecipient = (over: Partial<z.input<typeof recipientSchema>> = {}): Recipient =>
  recipientSchema.parse({
    id: 'humas-malang',
    name: 'Petugas Humas KPU Kota Malang',
    unit: '35.73',
    units: ['35.73'],
    contacts: [
      { channel: 'email', address: 'humas@malang.example' },
      { channel: 'in_app', address: '-' },
    ],
    ...over,
  });

/** When messages of the outbox below are due. */
export const deliveryDueAt = Date.UTC(2024, 10, 27, 1);

/** The `n`th message of one alert, queued for an officer by e-mail. */
export const buildDelivery = (n: number, over: Partial<Delivery> = {}): Delivery => ({
  id: `delivery-${String(n).padStart(5, '0')}`,
  kind: 'alert',
  messageId: 'm1',
  alertId: 'alert-1',
  recipientId: `r${n}`,
  unit: '35.73',
  level: 'tinggi',
  escalatedFrom: null,
  channel: 'email',
  laterChannels: ['in_app'],
  state: 'queued',
  createdAt: deliveryDueAt + n,
  dueAt: deliveryDueAt,
  leaseUntil: null,
  finishedAt: null,
  reason: null,
  providerId: null,
  attempts: [],
  ...over,
});
