import { textOfChannel } from '../../shared/domain/answer.ts';
import type { Campaign, CampaignPackage } from '../../shared/domain/campaign.ts';
import type { Delivery, Message } from '../../shared/domain/delivery.ts';
import { hashId } from '../../shared/domain/ids.ts';
import type { Publication } from '../../shared/domain/publication.ts';
import { optOutPath, personIdOf } from '../../shared/domain/stakeholder.ts';
import { nationalScope } from '../../shared/domain/unit.ts';
import type { Records } from '../../shared/ports/records.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import { plainOf } from '../respond/answer-layout.ts';

/** The approved WhatsApp text, or the summary where none was written; never anything that nobody approved. */
export function packageOf(publication: Publication): CampaignPackage {
  const approved = textOfChannel(publication, 'whatsapp');
  const text = approved ? plainOf({ ...approved, title: null }) : publication.summary;
  return {
    title: publication.title,
    text,
    link: publication.url,
    card: `${publication.url.replace(/\/$/, '')}/kartu.png`,
  };
}

/** What goes into a group, ready to be copied: title in bold, text, link where the text has none. */
export const groupText = ({ title, text, link }: CampaignPackage): string =>
  [`*${title}*`, text, ...(text.includes(link) ? [] : [link])].join('\n\n');

/** One line of at most 160 characters, cut between words. */
function shortOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 160) return line;
  const cut = line.slice(0, 159);
  const space = cut.lastIndexOf(' ');
  return `${space > 80 ? cut.slice(0, space) : cut}…`;
}

const why =
  'Anda menerima pesan ini karena menyetujui menerima informasi dari KPU. Tidak ingin menerimanya lagi?';

function htmlOf({ title, text, link }: CampaignPackage, stop: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeXml(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
  return [
    `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escapeXml(title)}</title></head>`,
    '<body style="font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif;color:#1c1f24;line-height:1.5">',
    `<h1 style="font-size:21px">${escapeXml(title)}</h1>${paragraphs}`,
    `<p><a href="${escapeXml(link)}">Baca selengkapnya</a></p>`,
    `<p style="color:#5a616b;font-size:12px">${escapeXml(why)} <a href="${escapeXml(stop)}">Berhenti</a></p>`,
    '</body></html>',
  ].join('');
}

/** Of one person and campaign: written when it is sent, the same on every retry. */
export const campaignMessageId = (campaignId: string, personId: string): string =>
  hashId(`campaign ${campaignId} ${personId}`);

/**
 * The message to one person: its own, since the link to stop is theirs. `data.optOut` is that link, for channels that
 * have a place for it.
 */
export function messageFor(
  { id, package: content, unit, startedAt }: Pick<Campaign, 'id' | 'package' | 'unit' | 'startedAt'>,
  { id: personId, optOutKey }: { id: string; optOutKey: string },
  baseUrl: string,
): Message {
  const stop = `${baseUrl.replace(/\/$/, '')}${optOutPath}${optOutKey}`;
  const { title, text, link } = content;
  return {
    id: campaignMessageId(id, personId),
    kind: 'campaign',
    alertId: null,
    issueId: null,
    unit,
    level: 'rendah',
    at: startedAt,
    subject: title,
    short: shortOf(text),
    text: [title, text, ...(text.includes(link) ? [] : [link]), `${why} ${stop}`].join('\n\n'),
    html: htmlOf(content, stop),
    chart: null,
    link,
    data: { campaignId: id, link, optOut: stop },
  };
}

/** The message of a delivery of a campaign; null when the campaign or the person is gone. */
export async function campaignMessageOf(
  { campaignId, recipientId }: Pick<Delivery, 'campaignId' | 'recipientId'>,
  { records, baseUrl }: { records: Pick<Records, 'dissemination'>; baseUrl: string },
): Promise<Message | null> {
  const personId = personIdOf(recipientId);
  if (campaignId === undefined || personId === null) return null;
  const { campaigns, stakeholders } = records.dissemination;
  const campaign = await campaigns.get(campaignId, nationalScope);
  const stakeholder = await stakeholders.ofPerson(personId);
  const person = stakeholder?.persons.find(({ id }) => id === personId);
  return campaign && person ? messageFor(campaign, person, baseUrl) : null;
}
