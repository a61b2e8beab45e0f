import { z } from 'zod';
import { areaCodeSchema, isWithin } from './area.ts';
import { type Instant, instantSchema } from './instant.ts';
import { levelSchema, levels } from './risk.ts';
import { nationalUnit } from './unit.ts';

/** The ways a message can take; each is one backend under infra/channels. */
export const channelNameSchema = z.enum(['email', 'telegram', 'whatsapp', 'web_push', 'webhook', 'in_app']);
export type ChannelName = z.infer<typeof channelNameSchema>;
export const channelNames = channelNameSchema.options;

/**
 * How readily a person is woken. `rendah`: only alerts that push at level kritis; `sedang`: every alert that pushes;
 * `tinggi`: also what was held back, from level tinggi on. The rest waits for the digest.
 */
export const sensitivitySchema = z.enum(['rendah', 'sedang', 'tinggi']);
export type Sensitivity = z.infer<typeof sensitivitySchema>;

/** A browser's push subscription as it hands it over (W3C Push API, `PushSubscription.toJSON`). */
export const pushSubscriptionSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }),
  keys: z.object({ p256dh: z.string().min(1), auth: z.string().min(1) }),
});

const isSubscription = (text: string): boolean => {
  try {
    return pushSubscriptionSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

const addressChecks: Record<ChannelName, (address: string) => boolean> = {
  email: (address) => z.email().safeParse(address).success,
  // a numeric chat id (groups are negative) or a public channel's @name
  telegram: (address) => /^(-?\d{1,20}|@\w{5,32})$/.test(address),
  // international number without signs (E.164 has at most 15 digits)
  whatsapp: (address) => /^[1-9]\d{7,14}$/.test(address),
  web_push: isSubscription,
  webhook: (address) => z.url({ protocol: /^https?$/ }).safeParse(address).success,
  in_app: () => true,
};

/** One way to reach a person. The order in the list is the order of trying. */
export const contactSchema = z
  .object({
    channel: channelNameSchema,
    /** E-mail address, chat id, phone number, push subscription as JSON, URL; `-` in the application. */
    address: z.string().min(1).max(2_000),
    /** Webhooks only: `whsec_…`, newest first; two are active while one replaces the other. */
    secrets: z
      .array(z.string().regex(/^whsec_[A-Za-z0-9+/=]{32,}$/))
      .max(2)
      .default([]),
    optedInAt: instantSchema.nullable().default(null),
    optedOutAt: instantSchema.nullable().default(null),
  })
  .refine(({ channel, address }) => addressChecks[channel](address), {
    path: ['address'],
    message: 'the address does not fit its channel',
  })
  .refine(({ channel, secrets }) => channel !== 'webhook' || secrets.length > 0, {
    path: ['secrets'],
    message: 'a webhook needs a secret to sign with',
  });
export type Contact = z.infer<typeof contactSchema>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const unitCodeSchema = z.union([z.literal(nationalUnit), areaCodeSchema]);

/** A person (or a system) that is told of alerts, and how. Times of day are those of `unit`'s zone. */
export const recipientSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  unit: unitCodeSchema,
  /** Units whose alerts are wanted. */
  units: z.array(unitCodeSchema).min(1).max(600),
  /** Also what lies below those units. */
  below: z.boolean().default(false),
  levels: z.array(levelSchema).min(1).default(levels.slice()),
  contacts: z.array(contactSchema).max(12),
  /** Only kritis comes through between these; `22:00` to `05:00` spans midnight. */
  quiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable().default(null),
  sensitivity: sensitivitySchema.default('sedang'),
  /** Gets the digest at 07:00 and 16:00. */
  digest: z.boolean().default(true),
  active: z.boolean().default(true),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** WhatsApp may only be used for persons who asked for it (its Business policy). */
const needsOptIn: readonly ChannelName[] = ['whatsapp'];

/** Whether this way may be used: not opted out of, or opted in again later. */
export function isOpen({ channel, optedInAt, optedOutAt }: Contact): boolean {
  if (optedOutAt !== null && (optedInAt === null || optedInAt <= optedOutAt)) return false;
  return optedInAt !== null || !needsOptIn.includes(channel);
}

/** The contact of a channel that may be used now; null when there is none. */
export const openContact = (recipient: Recipient, channel: ChannelName): Contact | null =>
  recipient.contacts.find((contact) => contact.channel === channel && isOpen(contact)) ?? null;

/** Channels that may be used, in the person's order, each once. */
export const openChannels = (recipient: Recipient): ChannelName[] => [
  ...new Set(recipient.contacts.filter(isOpen).map((contact) => contact.channel)),
];

/** Whether alerts of `unit` are wanted. */
export const watches = ({ units, below }: Recipient, unit: string): boolean =>
  units.some((one) => one === unit || (below && (one === nationalUnit || isWithin(unit, one))));

/** Somebody who is directly responsible for a unit and can be reached. */
export const isContactOf = (recipient: Recipient, unit: string): boolean =>
  recipient.active && recipient.units.includes(unit) && openChannels(recipient).length > 0;

/** The person after they said stop (or come back) on one channel. */
export const withConsent = (
  recipient: Recipient,
  channel: ChannelName,
  wanted: boolean,
  at: Instant,
): Recipient => ({
  ...recipient,
  contacts: recipient.contacts.map((contact) =>
    contact.channel === channel ? afterWish(contact, wanted, at) : contact,
  ),
});

/** News comes late, twice and out of order: an old wish never takes the place of a newer one. */
function afterWish<C extends Pick<Contact, 'optedInAt' | 'optedOutAt'>>(
  contact: C,
  wanted: boolean,
  at: Instant,
): C {
  const part = wanted ? 'optedInAt' : 'optedOutAt';
  return { ...contact, [part]: Math.max(contact[part] ?? 0, at) };
}
