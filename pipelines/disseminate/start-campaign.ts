import type { Campaign } from '../../shared/domain/campaign.ts';
import { type Delivery, deliveryId } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { mayBePassedOn } from '../../shared/domain/publication.ts';
import { openChannels } from '../../shared/domain/recipient.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { waiting } from '../deliver/deliveries-for.ts';
import { type Audience, audienceOf } from './audience.ts';
import { campaignMessageId, packageOf } from './compose-campaign.ts';

/** Why a campaign cannot begin, in Indonesian. */
export class CampaignRefused extends Error {
  override name = 'CampaignRefused';
}

export interface StartCampaign
  extends Pick<
    Campaign,
    'id' | 'unit' | 'publicationId' | 'kinds' | 'tiers' | 'channels' | 'note' | 'dueAt'
  > {
  by: string;
  now: Instant;
}

/**
 * Begins to spread a published answer: fixes what is said, and puts one message for each person who may be written to
 * into the outbox. To be called in a transaction. @throws CampaignRefused for an answer that is withdrawn, stale or
 * already being spread by this unit
 */
export async function startCampaign(
  records: Records,
  { by, now, ...choice }: StartCampaign,
): Promise<{ campaign: Campaign; left: Audience['left']; queued: number }> {
  const publication = await records.publications.get(choice.publicationId);
  if (!publication) throw new CampaignRefused('Klarifikasi itu tidak ada.');
  if (!mayBePassedOn(publication, now))
    throw new CampaignRefused(
      publication.state === 'withdrawn'
        ? 'Klarifikasi ini sudah ditarik dan tidak boleh disebarkan.'
        : 'Tanggal tinjau klarifikasi ini sudah lewat; tinjau kembali sebelum menyebarkannya.',
    );
  if (choice.dueAt <= now) throw new CampaignRefused('Batas waktu penyebaran sudah lewat.');
  const { campaigns } = records.dissemination;
  const before = await campaigns.list({
    scope: { unit: choice.unit },
    publicationId: publication.id,
    limit: 500,
  });
  if (before.some(({ unit, state }) => unit === choice.unit && state === 'running'))
    throw new CampaignRefused('Unit ini sedang menyebarkan klarifikasi yang sama.');
  const campaign: Campaign = {
    ...choice,
    publicationId: publication.id,
    version: 1,
    package: packageOf(publication),
    state: 'running',
    startedBy: by,
    startedAt: now,
    endedAt: null,
  };
  await campaigns.put(campaign);
  const { addressees, left } = await audienceOf(records, campaign);
  const queued = await enqueue(records, campaign, addressees, now);
  return { campaign, left, queued };
}

async function enqueue(
  { deliveries }: Pick<Records, 'deliveries'>,
  campaign: Campaign,
  addressees: Audience['addressees'],
  now: Instant,
): Promise<number> {
  const rows: Delivery[] = [];
  for (const { person, unit, recipient } of addressees) {
    const [channel, ...laterChannels] = openChannels(recipient);
    if (channel === undefined) continue;
    rows.push({
      id: deliveryId(`campaign ${campaign.id}`, recipient.id),
      kind: 'campaign',
      messageId: campaignMessageId(campaign.id, person.id),
      alertId: null,
      campaignId: campaign.id,
      recipientId: recipient.id,
      unit,
      level: 'rendah',
      escalatedFrom: null,
      channel,
      laterChannels,
      ...waiting(now),
    });
  }
  return deliveries.enqueue(rows);
}

/** Whether what a campaign tells still holds: an answer that was withdrawn since must not go out. */
export async function campaignHolds(
  records: Pick<Records, 'dissemination' | 'publications'>,
  campaignId: string,
  now: Instant,
): Promise<boolean> {
  const campaign = await records.dissemination.campaigns.get(campaignId, nationalScope);
  if (!campaign || campaign.state === 'ended') return false;
  const publication = await records.publications.get(campaign.publicationId);
  return publication !== null && mayBePassedOn(publication, now);
}
