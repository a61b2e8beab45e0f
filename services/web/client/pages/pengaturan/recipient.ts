import type { components } from '../../api/generated/schema.ts';

export type ApiRecipient = components['schemas']['Recipient'];
export type Contact = ApiRecipient['contacts'][number];
export type Channel = Contact['channel'];
/** Those an administrator writes down; a browser subscribes itself. */
export const writtenChannels = [
  'email',
  'telegram',
  'whatsapp',
  'webhook',
  'in_app',
] as const satisfies readonly Channel[];

const randomText = (bytes: number): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))));

/** A name of its own for a new recipient: readable in logs, and never that of another. */
export const idFor = (name: string): string => {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
  const own = [...crypto.getRandomValues(new Uint8Array(3))].map((one) => one.toString(16).padStart(2, '0'));
  return `${plain || 'penerima'}-${own.join('')}`;
};

/** 256 bits, as Standard Webhooks writes them. */
export const newWebhookSecret = (): string => `whsec_${randomText(32)}`;

export const emptyRecipient = (unit: string): Omit<ApiRecipient, 'id'> => ({
  name: '',
  unit,
  units: [unit],
  below: false,
  levels: ['rendah', 'sedang', 'tinggi', 'kritis'],
  contacts: [{ channel: 'email', address: '', secrets: 0, optedInAt: null, optedOutAt: null }],
  quiet: null,
  sensitivity: 'sedang',
  digest: true,
  active: true,
});
