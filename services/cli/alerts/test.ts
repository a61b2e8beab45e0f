import { composeTest } from '../../../pipelines/deliver/compose-test.ts';
import { deliverDue } from '../../../pipelines/deliver/deliver-due.ts';
import { testDelivery } from '../../../pipelines/deliver/enqueue-test.ts';
import { openDelivery } from '../../../pipelines/deliver/open-delivery.ts';
import { zoneOf } from '../../../shared/areas/units.ts';
import { type Receipt, receiptOf } from '../../../shared/domain/receipt.ts';
import {
  type ChannelName,
  channelNameSchema,
  channelNames,
  openContact,
  type Recipient,
  recipientSchema,
} from '../../../shared/domain/recipient.ts';
import { nationalScope, nationalUnit } from '../../../shared/domain/unit.ts';
import type { Channel } from '../../../shared/ports/channel.ts';
import type { Installation } from '../../../shared/ports/installation.ts';
import type { Records } from '../../../shared/ports/records.ts';
import { CliError } from '../cli-context.ts';

export interface TestAlertOptions {
  channel: string;
  /** An address to send to; without it, the first stored person who can be reached on the channel. */
  to?: string | undefined;
  /** Webhooks only: the secret to sign with. */
  secret?: string | undefined;
  baseUrl: string;
  json: boolean;
}

/** Sends one test message through the outbox, as an alert would go, and tells its receipt. */
export async function sendTestAlert(
  { records, index, clock, ids }: Installation,
  channels: ReadonlyMap<ChannelName, Channel>,
  options: TestAlertOptions,
): Promise<string> {
  const channel = channelOf(options.channel);
  const recipient = await recipientFor(records, channel, options, clock.now());
  const now = clock.now();
  const message = composeTest(ids.next(), now, recipient.unit, zoneOf(recipient.unit), options.baseUrl);
  const delivery = testDelivery(recipient, channel, message.id, now);
  await records.transaction(async ({ deliveries }) => {
    await deliveries.keepMessage(message);
    await deliveries.enqueue([delivery]);
  });
  const deps = openDelivery({ records, index, clock, channels, baseUrl: options.baseUrl });
  await deliverDue({ ...deps, recipientOf: async () => recipient }, channel, { only: delivery.id });
  const receipt = receiptOf((await records.deliveries.get(delivery.id)) ?? delivery);
  if (options.json) return `${JSON.stringify(receipt)}\n`;
  if (receipt.state === 'queued' || receipt.state === 'failed')
    throw new CliError(`Pesan uji lewat ${channel} belum terkirim: ${receipt.reason ?? 'tanpa alasan'}`);
  return formatReceipt(receipt, recipient);
}

function channelOf(text: string): ChannelName {
  const parsed = channelNameSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CliError(`Saluran "${text}" tidak dikenal; pilih salah satu: ${channelNames.join(', ')}.`, 2);
}

async function recipientFor(
  records: Records,
  channel: ChannelName,
  { to, secret }: TestAlertOptions,
  now: number,
): Promise<Recipient> {
  if (to !== undefined || channel === 'in_app') {
    // whoever gives an address on the command line asks for the message, so this counts as consent
    const contact = {
      channel,
      address: to ?? '-',
      secrets: secret === undefined ? [] : [secret],
      optedInAt: now,
    };
    const parsed = recipientSchema.safeParse({
      id: `uji-${channel}`,
      name: 'Uji coba saluran',
      unit: nationalUnit,
      units: [nationalUnit],
      contacts: [contact],
    });
    if (parsed.success) return parsed.data;
    throw new CliError(
      `Alamat atau kunci tidak cocok untuk ${channel}: ${parsed.error.issues[0]?.message}.`,
      2,
    );
  }
  let after: string | undefined;
  for (;;) {
    const page = await records.recipients.list({
      scope: nationalScope,
      limit: 500,
      ...(after === undefined ? {} : { after }),
    });
    const found = page.find((one) => one.active && openContact(one, channel));
    if (found) return found;
    after = page.at(-1)?.id;
    if (after === undefined)
      throw new CliError(`Belum ada penerima dengan saluran ${channel}; sebutkan alamat dengan --to.`, 2);
  }
}

const formatReceipt = ({ channel, state, providerId, deliveryId }: Receipt, { name }: Recipient): string =>
  `Terkirim lewat ${channel} kepada ${name}: ${state}${providerId === null ? '' : `, nomor ${providerId}`} (tanda terima ${deliveryId}).\n`;
